package org.casebound.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.casebound.web.api.json.StrictText;
import org.casebound.web.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; what can not be read is a 400 that names the parameter. */
final class Parameters {
  /** Size of a page when none is asked for. */
  static final String DEFAULT_SIZE = "50";

  /** Largest page. */
  static final int MAX_SIZE = 100;

  private static final int LONGEST = 500;
  private static final Duration LONGEST_DURATION = Duration.ofDays(3_653);

  private Parameters() {}

  /** A text; an empty one counts as absent. */
  static Optional<String> text(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    if (value.length() > LONGEST || !StrictText.isStorable(value)) {
      throw ProblemException.parameter(
          name, "PARAM-001", "The parameter '%s' holds a text that nothing can match.".formatted(name));
    }
    return Optional.of(value);
  }

  /** One of the constants of an enum. */
  static <E extends Enum<E>> Optional<E> choice(String name, @Nullable String value, Class<E> choices) {
    return text(name, value)
        .map(
            given ->
                Arrays.stream(choices.getEnumConstants())
                    .filter(c -> c.name().equals(given))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            ProblemException.parameter(
                                name,
                                "PARAM-002",
                                "The parameter '%s' is one of %s."
                                    .formatted(name, Arrays.toString(choices.getEnumConstants())))));
  }

  /** A positive whole number of at most nine digits. */
  static Optional<Integer> number(String name, @Nullable String value) {
    return text(name, value)
        .map(
            given -> {
              if (!given.matches("[1-9][0-9]{0,8}")) {
                throw ProblemException.parameter(name, "PARAM-006", "The parameter '%s' is a number from 1.".formatted(name));
              }
              return Integer.valueOf(given);
            });
  }

  /** Size of a page, 1 to {@value #MAX_SIZE}. */
  static int size(String value) {
    if (value.matches("\\d{1,3}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= MAX_SIZE) {
      return Integer.parseInt(value);
    }
    throw ProblemException.parameter("size", "PARAM-003", "The parameter 'size' is a number from 1 to %d.".formatted(MAX_SIZE));
  }

  /** Yes or no; absent means no. */
  static boolean flag(String name, @Nullable String value) {
    Optional<String> given = text(name, value);
    if (given.isPresent() && !given.get().equals("true") && !given.get().equals("false")) {
      throw ProblemException.parameter(name, "PARAM-010", "The parameter '%s' is true or false.".formatted(name));
    }
    return given.filter("true"::equals).isPresent();
  }

  /** A duration in ISO 8601, zero to ten years. */
  static Optional<Duration> duration(String name, @Nullable String value) {
    return text(name, value)
        .map(
            given -> {
              Optional<Duration> read = parsed(given).filter(time -> !time.isNegative() && time.compareTo(LONGEST_DURATION) <= 0);
              return read.orElseThrow(
                  () ->
                      ProblemException.parameter(
                          name, "PARAM-011", "The parameter '%s' is a duration up to ten years, e.g. PT4H or P2D.".formatted(name)));
            });
  }

  /** A moment in ISO 8601 with its offset from UTC. */
  static Optional<Instant> instant(String name, @Nullable String value) {
    return text(name, value)
        .map(
            given -> {
              try {
                return OffsetDateTime.parse(given).toInstant();
              } catch (DateTimeParseException noMoment) {
                throw ProblemException.parameter(
                    name, "PARAM-012", "The parameter '%s' is a moment, e.g. 2026-11-26T08:30:00Z.".formatted(name));
              }
            });
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException noDuration) {
      return Optional.empty();
    }
  }

  /** The header Idempotency-Key: 1 to 255 visible ASCII characters. */
  static Optional<String> idempotencyKey(@Nullable String value) {
    if (value != null && !value.matches("[\\x21-\\x7e]{1,255}")) {
      throw ProblemException.parameter(
          "Idempotency-Key", "PARAM-004", "The header Idempotency-Key holds 1 to 255 visible ASCII characters.");
    }
    return Optional.ofNullable(value);
  }
}
