package org.casebound.domain.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Values in their text form: form fields and defaults. */
final class AttributeTexts {
  private static final int LONGEST_NUMBER = 40;

  private AttributeTexts() {}

  static Object parse(AttributeType type, String text) {
    return switch (type) {
      case NUMBER, CURRENCY, PERCENTAGE, INTEGER -> number(text.strip());
      case CHECKBOX, TOGGLE -> truth(text.strip());
      case MULTI_SELECT_PICKLIST -> list(text);
      case LIST_OF_STRING, LIST_OF_INTEGER, LIST_OF_DOUBLE, LIST_OF_BOOLEAN, LIST_OF_ATTACHMENT ->
          list(text).stream().map(item -> parse(type.item().orElseThrow(), item)).toList();
      default -> text;
    };
  }

  private static Object number(String text) {
    boolean plain =
        !text.isEmpty()
            && text.length() <= LONGEST_NUMBER
            && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.');
    if (!plain) {
      return text;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> text;
    };
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
