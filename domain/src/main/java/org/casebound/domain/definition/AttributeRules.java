package org.casebound.domain.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What each data type accepts. */
final class AttributeRules {
  /** Greatest length of any text, in characters. */
  static final int LONGEST_TEXT = 10_000;

  private static final int MOST_DIGITS = 30;
  private static final int MOST_DECIMALS = 10;

  private final TextPatterns patterns;

  AttributeRules(TextPatterns patterns) {
    this.patterns = patterns;
  }

  /** The verdict on one value. */
  sealed interface Verdict {}

  /** The typed value. */
  record Accepted(Object value) implements Verdict {}

  /** What is wrong. */
  record Refused(String code, String message) implements Verdict {}

  Verdict check(AttributeDefinition attribute, Object raw) {
    return switch (attribute.type()) {
      case NUMBER, CURRENCY, PERCENTAGE -> number(attribute, raw);
      case INTEGER -> integer(attribute, raw);
      case CHECKBOX, TOGGLE -> raw instanceof Boolean ? new Accepted(raw) : mistyped(attribute);
      case MULTI_SELECT_PICKLIST -> choices(attribute, raw);
      case PICKLIST, RADIO_BUTTON ->
          raw instanceof String text
              ? choice(attribute, text)
              : raw instanceof Number number ? choice(attribute, number.toString()) : mistyped(attribute);
      case QUEUE -> raw instanceof String text && !attribute.options().isEmpty() ? choice(attribute, text) : line(attribute, raw);
      default -> line(attribute, raw);
    };
  }

  private Verdict line(AttributeDefinition attribute, Object raw) {
    return raw instanceof String text ? text(attribute, text) : mistyped(attribute);
  }

  /** What would be right, for a message. */
  static String expected(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case TEXT -> "a text on one line";
      case MULTILINE_TEXT -> "a text";
      case NUMBER, CURRENCY, PERCENTAGE -> "a number";
      case INTEGER -> "a whole number";
      case DATE -> "a date, e.g. \"2026-11-23\"";
      case DATETIME -> "a time with its offset, e.g. \"2026-11-23T09:30:00Z\"";
      case CHECKBOX, TOGGLE -> "true or false";
      case PICKLIST, RADIO_BUTTON -> "one of " + options(attribute);
      case MULTI_SELECT_PICKLIST -> "a list with any of " + options(attribute);
      case EMAIL -> "a mail address";
      case PHONE -> "a phone number";
      case URL -> "a web address that starts with https:// or http://";
      case IP_ADDRESS -> "an IP address";
      case LOOKUP -> "the number of a case, e.g. \"C-00000051\"";
      case QUEUE -> attribute.options().isEmpty() ? "the name of a queue" : "one of " + options(attribute);
      case ATTACHMENT -> "the name of a file of the request";
      case LIST_OF_ATTACHMENT -> "a list with names of files of the request";
      case LIST_OF_STRING -> "a list of texts";
      case LIST_OF_INTEGER -> "a list of whole numbers";
      case LIST_OF_DOUBLE -> "a list of numbers";
      case LIST_OF_BOOLEAN -> "a list of true or false";
      case MAP -> "a map with " + columns(attribute);
      case LIST_OF_MAPS -> "a list of rows with " + columns(attribute);
      case DISPLAY_TEXT -> "left out";
    };
  }

  private static String columns(AttributeDefinition attribute) {
    return attribute.columns().stream().map(AttributeDefinition::name).collect(Collectors.joining(", "));
  }

  private static String options(AttributeDefinition attribute) {
    return attribute.options().stream()
        .limit(20)
        .map(AttributeDefinition.Option::value)
        .collect(Collectors.joining(", "))
        + (attribute.options().size() > 20 ? ", ..." : "");
  }

  static Refused mistyped(AttributeDefinition attribute) {
    return new Refused(
        "ATTR-003", "%s must be %s.".formatted(attribute.label(), expected(attribute)));
  }

  private static Verdict number(AttributeDefinition attribute, Object raw) {
    if (!(raw instanceof Number number)) {
      return mistyped(attribute);
    }
    BigDecimal value;
    try {
      value = new BigDecimal(number.toString());
    } catch (NumberFormatException notFinite) {
      return mistyped(attribute);
    }
    if (value.scale() > MOST_DECIMALS
        || value.precision() > MOST_DIGITS
        || (long) value.precision() - value.scale() > MOST_DIGITS) {
      return new Refused(
          "ATTR-004",
          "%s must have at most %d digits, %d of them decimals."
              .formatted(attribute.label(), MOST_DIGITS, MOST_DECIMALS));
    }
    return ranged(attribute, value.scale() < 0 ? value.setScale(0) : value);
  }

  private static Verdict integer(AttributeDefinition attribute, Object raw) {
    if (!(number(attribute, raw) instanceof Accepted accepted)) {
      return number(attribute, raw);
    }
    try {
      BigInteger whole = ((BigDecimal) accepted.value()).toBigIntegerExact();
      return new Accepted(whole.longValueExact());
    } catch (ArithmeticException e) {
      return mistyped(attribute);
    }
  }

  private static Verdict ranged(AttributeDefinition attribute, BigDecimal value) {
    boolean low = attribute.min().isPresent() && value.compareTo(attribute.min().get()) < 0;
    boolean high = attribute.max().isPresent() && value.compareTo(attribute.max().get()) > 0;
    return low || high
        ? new Refused("ATTR-004", "%s must be %s.".formatted(attribute.label(), range(attribute, "")))
        : new Accepted(value);
  }

  static String range(AttributeDefinition attribute, String unit) {
    String min = attribute.min().map(BigDecimal::toPlainString).orElse("");
    String max = attribute.max().map(BigDecimal::toPlainString).orElse("");
    if (min.isEmpty()) {
      return "at most " + max + unit;
    }
    return max.isEmpty() ? "at least " + min + unit : min + " to " + max + unit;
  }

  private static Verdict choice(AttributeDefinition attribute, String text) {
    return attribute.options().stream().anyMatch(o -> o.value().equals(text))
        ? new Accepted(text)
        : new Refused(
            "ATTR-007", "%s must be %s.".formatted(attribute.label(), expected(attribute)));
  }

  private static Verdict choices(AttributeDefinition attribute, Object raw) {
    if (!(raw instanceof List<?> list)) {
      return mistyped(attribute);
    }
    Set<String> known =
        attribute.options().stream().map(AttributeDefinition.Option::value).collect(Collectors.toSet());
    List<String> chosen = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof String) && !(item instanceof Number)) {
        return mistyped(attribute);
      }
      if (!known.contains(item.toString())) {
        return new Refused(
            "ATTR-007", "%s must be %s.".formatted(attribute.label(), expected(attribute)));
      }
      chosen.add(item.toString());
    }
    return new HashSet<>(chosen).size() == chosen.size()
        ? new Accepted(List.copyOf(chosen))
        : new Refused("ATTR-007", "%s names a choice twice.".formatted(attribute.label()));
  }

  private Verdict text(AttributeDefinition attribute, String text) {
    String label = attribute.label();
    if (!TextFormats.storable(text)) {
      return new Refused("ATTR-008", "%s contains a character that can not be stored.".formatted(label));
    }
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_TEXT) {
      return new Refused(
          "ATTR-005", "%s must have at most %d characters.".formatted(label, LONGEST_TEXT));
    }
    if (attribute.type() == AttributeType.TEXT && text.chars().anyMatch(c -> c < ' ')) {
      return mistyped(attribute);
    }
    if (TextFormats.isLengthBound(attribute.type())
        && ranged(attribute, BigDecimal.valueOf(length)) instanceof Refused) {
      return new Refused(
          "ATTR-005", "%s must have %s.".formatted(label, range(attribute, " characters")));
    }
    if (attribute.pattern().isPresent() && !patterns.matches(attribute.pattern().get(), text)) {
      return new Refused(
          "ATTR-006",
          "%s must match the pattern %s.".formatted(label, attribute.pattern().get()));
    }
    return TextFormats.normal(attribute.type(), text)
        .<Verdict>map(Accepted::new)
        .orElseGet(() -> mistyped(attribute));
  }
}
