package org.casebound.fulfillment.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.fulfillment.library.ImportPlan.Difference;
import org.jspecify.annotations.Nullable;

/** Compares canonical JSON. Items of a list that have names are the same when their names are, wherever they stand. */
final class Differences {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 200;

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** What is different, in the order of the first text. */
  static List<Difference> between(String before, String after) {
    Differences differences = new Differences();
    try {
      differences.compare("", MAPPER.readTree(before), MAPPER.readTree(after));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A stored bundle is no JSON.", e);
    }
    return differences.found;
  }

  private void compare(String place, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before != null && before.equals(after)) {
      return;
    }
    if (before != null && after != null && before.isObject() && after.isObject()) {
      each(place, "%s.%s", members(before), members(after));
    } else if (before != null && after != null && isNamed(before) && isNamed(after)) {
      each(place, "%s[%s]", items(before), items(after));
    } else {
      found.add(new Difference(place, text(before), text(after)));
    }
  }

  private void each(String place, String format, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String inner = place.isEmpty() ? name : format.formatted(place, name);
      compare(inner, before.get(name), after.get(name));
    }
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private static boolean isNamed(JsonNode node) {
    if (!node.isArray()) {
      return false;
    }
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode item : node) {
      if (!item.path("name").isTextual() || !names.add(item.path("name").asText())) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, JsonNode> items(JsonNode array) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    array.forEach(item -> items.put(item.path("name").asText(), item));
    return items;
  }

  private static Optional<String> text(@Nullable JsonNode node) {
    return Optional.ofNullable(node)
        .map(JsonNode::toString)
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
  }
}
