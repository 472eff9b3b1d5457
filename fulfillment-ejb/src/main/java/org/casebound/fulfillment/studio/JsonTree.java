package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Free values of a bundle, which say what JSON can say: text, Boolean, Long, BigDecimal, List and Map. What is null is left out. */
final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /** The members of a map; nothing when it is none. */
  static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (node.isObject()) {
      node.properties().forEach(member -> value(member.getValue()).ifPresent(value -> map.put(member.getKey(), value)));
    }
    return map;
  }

  /** The value; empty for null and for what is missing. */
  static Optional<Object> value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> Optional.of(map(node));
      case ARRAY -> Optional.of(list(node));
      case STRING -> Optional.of(node.asText());
      case BOOLEAN -> Optional.of(node.booleanValue());
      case NUMBER -> Optional.of(number(node));
      default -> Optional.empty();
    };
  }

  private static List<Object> list(JsonNode node) {
    List<Object> list = new ArrayList<>();
    node.forEach(item -> value(item).ifPresent(list::add));
    return list;
  }

  /** Equal numbers are equal values, however they are written. */
  private static Object number(JsonNode node) {
    BigDecimal number = BundleMapper.normal(node.decimalValue());
    boolean whole = number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE;
    return whole ? (Object) number.longValueExact() : number;
  }

  /** The tree of values. */
  static ObjectNode node(Map<String, Object> values) {
    ObjectNode node = NODES.objectNode();
    values.forEach((name, value) -> node.set(name, node(value)));
    return node;
  }

  /** The tree of a value. */
  static JsonNode node(Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode node = NODES.objectNode();
      map.forEach((name, member) -> node.set(String.valueOf(name), node((Object) member)));
      return node;
    } else if (value instanceof List<?> list) {
      ArrayNode node = NODES.arrayNode();
      list.forEach(item -> node.add(node((Object) item)));
      return node;
    } else if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    } else if (value instanceof Long number) {
      return NODES.numberNode(number.longValue());
    } else if (value instanceof BigDecimal number) {
      return NODES.numberNode(number);
    }
    return NODES.textNode(String.valueOf(value));
  }
}
