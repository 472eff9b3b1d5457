package org.casebound.web.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.web.api.problem.FieldError;
import org.casebound.web.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a body, so that the sender learns of every place at once. Not thread-safe. */
final class BodyCheck {
  /** Largest power of ten of a number: beyond it a few characters stand for gigabytes of digits. */
  static final int MAX_SCALE = 100;

  /** Longest name of a user or a queue, in characters. */
  static final int MAX_NAME = 255;

  private final List<FieldError> errors = new ArrayList<>();

  /** A text that must be there and not be blank. */
  String required(String pointer, Optional<String> value) {
    if (value.filter(v -> !v.isBlank()).isEmpty()) {
      missing(pointer);
    }
    return value.orElse("");
  }

  /** A text that must not be longer than so many characters. */
  void atMost(String pointer, Optional<String> value, int longest) {
    if (value.filter(v -> v.length() > longest).isPresent()) {
      errors.add(
          FieldError.at(pointer, "BODY-004", "'%s' has at most %d characters.".formatted(last(pointer), longest)));
    }
  }

  /** A value that must be there. */
  <T> Optional<T> present(String pointer, Optional<T> value) {
    if (value.isEmpty()) {
      missing(pointer);
    }
    return value;
  }

  /** Says that a member is missing. */
  void missing(String pointer) {
    errors.add(FieldError.at(pointer, "BODY-001", "'%s' is missing.".formatted(last(pointer))));
  }

  /** Values whose names only the definition knows: no nulls, no monstrous numbers. */
  Map<String, Object> values(String pointer, Optional<Map<String, Object>> values) {
    values.ifPresent(v -> check(pointer, v));
    return values.orElse(Map.of());
  }

  /** Values that change; at the top, null takes a value away. */
  Map<String, Object> changes(String pointer, Optional<Map<String, Object>> values) {
    values
        .orElse(Map.of())
        .forEach(
            (name, value) -> {
              if (value != null) {
                check(pointer + "/" + escape(name), value);
              }
            });
    return values.orElse(Map.of());
  }

  /** Exactly one of two texts must be there and not be blank. */
  void oneOf(String pointer, Optional<String> value, String otherPointer, Optional<String> other) {
    if (value.isPresent() && other.isPresent()) {
      errors.add(FieldError.at(otherPointer, "BODY-010", "Give one of '%s' and '%s'.".formatted(last(pointer), last(otherPointer))));
    } else if (other.isPresent()) {
      required(otherPointer, other);
    } else {
      required(pointer, value);
    }
  }

  /** @throws ProblemException when something is wrong */
  void end() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private void check(String pointer, @Nullable Object value) {
    if (value == null) {
      errors.add(FieldError.at(pointer, "BODY-002", "null is no value: leave '%s' out.".formatted(last(pointer))));
    } else if (value instanceof Map<?, ?> members) {
      members.forEach((name, member) -> check(pointer + "/" + escape(String.valueOf(name)), member));
    } else if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        check(pointer + "/" + i, items.get(i));
      }
    } else if (value instanceof BigDecimal number && Math.abs((long) number.scale()) > MAX_SCALE) {
      errors.add(FieldError.at(pointer, "BODY-003", "The number is too large or has too many digits."));
    }
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
