package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The published JSON Schema as a tree: where a rule stands, what it belongs to and what it is for. */
final class SchemaText {
  private static final String RESOURCE = "process-bundle.schema.json";

  private final JsonNode root;

  private SchemaText(JsonNode root) {
    this.root = root;
  }

  static SchemaText published() {
    try (InputStream in = SchemaText.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The build left out " + RESOURCE + ".");
      }
      return new SchemaText(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /**
   * A rule that was broken.
   *
   * @param owner the schema that holds it
   * @param description what the checked value is for; may be empty
   */
  record Rule(JsonNode owner, String description) {
    /** The keys that the owner knows. */
    List<String> knownKeys() {
      List<String> keys = new ArrayList<>();
      owner.path("properties").fieldNames().forEachRemaining(keys::add);
      return keys;
    }

    /** What a key of the owner is for; may be empty. */
    String purposeOf(String key) {
      return owner.path("properties").path(key).path("description").asText("");
    }
  }

  /** The rule at the end of an evaluation path, e.g. {@code /properties/process/$ref/required}. */
  Rule rule(List<String> evaluationPath) {
    JsonNode node = root;
    String description = "";
    for (String segment : evaluationPath.subList(0, Math.max(0, evaluationPath.size() - 1))) {
      boolean reference = segment.equals("$ref");
      node = reference ? target(node.path("$ref").asText()) : step(node, segment);
      String own = node.isObject() ? node.path("description").asText("") : "";
      if (!own.isEmpty() && !(reference && !description.isEmpty())) {
        description = own;
      }
    }
    return new Rule(node, description);
  }

  private JsonNode target(String reference) {
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
  }

  private static JsonNode step(JsonNode node, String segment) {
    if (node.isArray() && !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return node.path(Integer.parseInt(segment));
    }
    return node.path(segment);
  }
}
