package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What plain YAML scalars mean: the JSON schema of YAML 1.2, so that {@code no}, {@code 012} and {@code 1e9} stay texts. */
final class YamlScalars {
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?");

  private YamlScalars() {}

  static JsonNode plain(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    switch (text) {
      case "", "~", "null" -> {
        return nodes.nullNode();
      }
      case "true" -> {
        return nodes.booleanNode(true);
      }
      case "false" -> {
        return nodes.booleanNode(false);
      }
      default -> {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
          return nodes.textNode(text);
        }
        return INTEGER.matcher(text).matches()
            ? nodes.numberNode(Long.parseLong(text))
            : nodes.numberNode(new BigDecimal(text));
      }
    }
  }
}
