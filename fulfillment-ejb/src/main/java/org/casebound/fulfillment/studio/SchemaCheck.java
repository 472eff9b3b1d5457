package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Checks the form of a bundle against the published JSON Schema. Thread-safe. */
final class SchemaCheck {
  private static final Set<String> WHOLE = Set.of("oneOf", "not");

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
      Place place = place(root, error.getInstanceLocation());
      int owners = path.indexOf("anyOf");
      if (owners > 0) {
        homeless(place, path.get(owners - 1), text.rule(path.subList(0, owners + 1)), problems);
      } else if (WHOLE.stream().noneMatch(keyword -> isInside(keyword, path))) {
        report(error, place, text.rule(path), problems);
      }
    }
  }

  /** Whether the rule is a part of alternatives that are reported as a whole. */
  private static boolean isInside(String keyword, List<String> path) {
    return path.contains(keyword) && !path.get(path.size() - 1).equals(keyword);
  }

  /** A key needs one of several others; of such alternatives only the parts are reported. */
  private static void homeless(Place place, String key, SchemaText.Rule rule, Problems problems) {
    problems.atKey(
        place.at(key),
        "The key '%s' stands without the key that it belongs to.".formatted(key),
        "It needs one of: %s.".formatted(SchemaSentences.choices(rule.owner().path("anyOf"))));
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
      place = node.isArray() ? place.item(Integer.parseInt(segment)) : place.at(segment);
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
