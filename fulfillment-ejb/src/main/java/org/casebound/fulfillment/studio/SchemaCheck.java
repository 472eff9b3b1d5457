package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Checks the form of a bundle against the published JSON Schema. Thread-safe. */
final class SchemaCheck {
  private final SchemaText text = SchemaText.published();
  private final Schema schema;

  SchemaCheck() {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text.root());
    schema.initializeValidators();
  }

  void check(Place root, Problems problems) {
    for (Error error : schema.validate(root.node())) {
      List<String> path = segments(error.getEvaluationPath());
      if (path.contains("oneOf") && !path.get(path.size() - 1).equals("oneOf") || path.contains("not") && !path.get(path.size() - 1).equals("not")) {
        continue;
      }
      Place place = place(root, error.getInstanceLocation());
      report(error, place, text.rule(path), problems);
    }
  }

  private static void report(Error error, Place place, SchemaText.Rule rule, Problems problems) {
    String keyword = error.getKeyword();
    switch (keyword) {
      case "additionalProperties" -> {
        String key = String.valueOf(error.getProperty());
        problems.atKey(
            place.at(key),
            "The key '%s' is not known here.".formatted(YamlReader.shown(key)),
            Suggestion.of(key, rule.knownKeys()));
      }
      case "required" -> {
        String key = String.valueOf(error.getProperty());
        problems.at(place, "The key '%s' is missing.".formatted(key), rule.purposeOf(key));
        problems.markIll(place.at(key));
      }
      default -> {
        problems.at(place, SchemaSentences.message(keyword, place.node(), rule.owner()), SchemaSentences.mend(keyword, place.node(), rule));
        problems.markIll(place);
      }
    }
  }

  private static Place place(Place root, NodePath location) {
    Place place = root;
    for (String segment : segments(location)) {
      JsonNode node = place.node();
      place = node.isArray() ? place.items().get(Integer.parseInt(segment)) : place.at(segment);
    }
    return place;
  }

  private static List<String> segments(NodePath path) {
    List<String> segments = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      segments.add(String.valueOf(path.getElement(i)));
    }
    return segments;
  }
}
