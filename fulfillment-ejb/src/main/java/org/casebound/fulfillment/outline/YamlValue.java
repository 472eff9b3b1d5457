package org.casebound.fulfillment.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Values as YAML: texts, numbers, truth values, lists and maps with text keys. */
final class YamlValue {
  /** What needs no quotes anywhere, brackets included: begins with a letter, and holds nothing that YAML gives a meaning to. */
  private static final String PLAIN = "[A-Za-z][A-Za-z0-9_.$()<>=!&|+*/'\" -]*[A-Za-z0-9_.$()<>=!&|+*/'\"-]|[A-Za-z]";

  private static final String WORDS = "(?i:true|false|null)";

  private YamlValue() {}

  /** In one line, as it may stand in brackets. */
  static String inline(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "{}"
          : map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    } else if (value instanceof List<?> list) {
      return list.stream().map(YamlValue::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    return scalar(value);
  }

  /** In lines, the first one without indentation, the others with so many spaces before them. */
  static String block(Object value, int indent) {
    String next = "\n" + " ".repeat(indent);
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return map.entrySet().stream().map(entry -> entry(entry, indent)).collect(Collectors.joining(next));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(item -> "- " + block(item, indent + 2)).collect(Collectors.joining(next));
    }
    return inline(value);
  }

  private static String entry(Map.Entry<?, ?> entry, int indent) {
    boolean nested = entry.getValue() instanceof Map<?, ?> map && !map.isEmpty() || entry.getValue() instanceof List<?> list && !list.isEmpty();
    return nested
        ? entry.getKey() + ":\n" + " ".repeat(indent + 2) + block(entry.getValue(), indent + 2)
        : entry.getKey() + ": " + inline(entry.getValue());
  }

  private static String scalar(Object value) {
    if (!(value instanceof String text)) {
      return String.valueOf(value);
    } else if (text.matches(PLAIN) && !text.matches(WORDS)) {
      return text;
    } else if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f || c >= 0xa0 && !Character.isSurrogate((char) c) && c < 0x2028)) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(escaped((char) c)));
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }

  /** What a node says, however it is written: texts know whether they were quoted, because plain ones may be numbers. */
  static Object of(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<Object, Object> map = new LinkedHashMap<>();
      mapping.getValue().forEach(entry -> map.put(of(entry.getKeyNode()), of(entry.getValueNode())));
      return map;
    } else if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(YamlValue::of).collect(Collectors.toCollection(ArrayList::new));
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean text = scalar.getScalarStyle() != ScalarStyle.PLAIN || scalar.getTag().equals(Tag.STR);
    return new Scalar(scalar.getValue(), text);
  }

  /** What a value says, in the form of {@link #of}. */
  static Object plain(Object value) {
    return of(YamlText.of(inline(value)).root());
  }

  /** A scalar and whether it is a text in any case. */
  record Scalar(String value, boolean text) {}
}
