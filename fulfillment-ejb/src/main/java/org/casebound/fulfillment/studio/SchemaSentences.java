package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Says in words which rule of the schema a value broke. */
final class SchemaSentences {
  private SchemaSentences() {}

  static String message(String keyword, JsonNode value, JsonNode rule) {
    JsonNode bound = rule.path(keyword);
    return switch (keyword) {
      case "type" ->
          value.isNull()
              ? "A value is missing: this must be %s.".formatted(types(bound))
              : "This must be %s, not %s.".formatted(types(bound), kind(value));
      case "enum" -> "'%s' is not one of the permitted values.".formatted(shown(value));
      case "const" -> "This must be '%s'.".formatted(bound.asText());
      case "pattern", "not" -> "'%s' has the wrong form.".formatted(shown(value));
      case "minLength" -> "This must not be empty.";
      case "maxLength" -> "This is longer than %s characters.".formatted(bound.asText());
      case "minItems" -> "This list needs at least %s.".formatted(count(bound, "entry", "entries"));
      case "maxItems" -> "This list has more than %s.".formatted(count(bound, "entry", "entries"));
      case "minProperties" -> "This map needs at least %s.".formatted(count(bound, "key", "keys"));
      case "maxProperties" -> "This map has more than %s.".formatted(count(bound, "key", "keys"));
      case "uniqueItems" -> "This list has an entry twice.";
      case "minimum" -> "%s is less than %s.".formatted(shown(value), bound.asText());
      case "maximum" -> "%s is more than %s.".formatted(shown(value), bound.asText());
      case "oneOf" -> oneOf(value, bound);
      case "dependentRequired" -> "Keys are missing: %s.".formatted(pairs(value, bound));
      default -> "This breaks the rule '%s' of the schema.".formatted(keyword);
    };
  }

  static String mend(String keyword, JsonNode value, SchemaText.Rule rule) {
    return switch (keyword) {
      case "enum" ->
          Suggestion.of(
              value.asText(),
              texts(rule.owner().path("enum")));
      case "type" ->
          (value.isNumber() || value.isBoolean()) && types(rule.owner().path("type")).contains("a text")
              ? "Put it in quotes: '%s'.".formatted(shown(value))
              : rule.description();
      case "oneOf" -> "Give exactly one of: %s.".formatted(choices(rule.owner().path("oneOf")));
      default -> rule.description();
    };
  }

  private static String oneOf(JsonNode value, JsonNode alternatives) {
    List<String> given = keys(alternatives).stream().filter(value::has).toList();
    return given.isEmpty()
        ? "It is not said what this is."
        : "This can not be several things at once: %s.".formatted(String.join(", ", given));
  }

  /** The keys that alternatives require, for a message. */
  static String choices(JsonNode alternatives) {
    return String.join(", ", keys(alternatives));
  }

  private static List<String> keys(JsonNode alternatives) {
    List<String> names = new ArrayList<>();
    alternatives.forEach(alternative -> names.addAll(texts(alternative.path("required"))));
    return names;
  }

  private static String pairs(JsonNode value, JsonNode rule) {
    return rule.properties().stream()
        .filter(e -> value.has(e.getKey()) && texts(e.getValue()).stream().anyMatch(need -> !value.has(need)))
        .map(e -> "'%s' needs '%s'".formatted(e.getKey(), String.join("', '", texts(e.getValue()))))
        .collect(Collectors.joining(", "));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static String types(JsonNode type) {
    List<String> names = type.isArray() ? texts(type) : List.of(type.asText());
    return names.stream().map(SchemaSentences::word).distinct().collect(Collectors.joining(" or "));
  }

  private static String word(String type) {
    return switch (type) {
      case "object" -> "a map";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "a map";
      case ARRAY -> "a list";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "nothing";
    };
  }

  private static String count(JsonNode bound, String one, String many) {
    return bound.asText() + " " + (bound.asInt() == 1 ? one : many);
  }

  private static String shown(JsonNode value) {
    return value.isContainerNode() ? "This" : YamlReader.shown(value.asText());
  }
}
