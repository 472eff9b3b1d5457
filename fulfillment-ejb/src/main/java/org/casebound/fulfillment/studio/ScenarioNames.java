package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.domain.definition.AttributeType;

/** Finds the values of a bundle's scenarios that name a queue, or somebody who is told. */
final class ScenarioNames {
  private static final Pattern REQUEST = Pattern.compile("/scenarios/\\d+(?:/expect)?/request/([^/]+)");
  private static final Pattern REPLY = Pattern.compile("(/scenarios/\\d+/answers/\\d+)/reply/([^/]+)");
  private static final Pattern DATA = Pattern.compile("(/scenarios/\\d+/work/\\d+)/data/([^/]+)");
  private static final Pattern TOLD = Pattern.compile("/scenarios/\\d+/expect/tells(/\\d+)?");

  private final JsonNode root;

  ScenarioNames(JsonNode root) {
    this.root = root;
  }

  /** Whether the value is one of an attribute, or of a field of a form, that is a Queue. */
  boolean isQueue(String pointer) {
    Matcher request = REQUEST.matcher(pointer);
    Matcher reply = REPLY.matcher(pointer);
    Matcher data = DATA.matcher(pointer);
    if (request.matches()) {
      return isQueue(root.at("/process/attributes"), request.group(1));
    } else if (reply.matches()) {
      return root.at(reply.group(1)).has("preprocessor") && isQueue(root.at("/process/attributes"), reply.group(2));
    }
    return data.matches() && isQueue(fields(root.at(data.group(1) + "/step").asText()), data.group(2));
  }

  /** Whether the value says who is told, as {@code queue:desk} does. */
  boolean isTold(String pointer) {
    return TOLD.matcher(pointer).matches();
  }

  private JsonNode fields(String step) {
    for (JsonNode flow : root.path("flows")) {
      for (JsonNode stage : flow.path("stages")) {
        for (JsonNode each : stage.path("steps")) {
          if (each.path("name").asText().equals(step) && each.has("interactive")) {
            return each.at("/interactive/fields");
          }
        }
      }
    }
    return root.at("/none");
  }

  private static boolean isQueue(JsonNode attributes, String name) {
    for (JsonNode attribute : attributes) {
      if (attribute.path("name").asText().equals(name)) {
        return attribute.path("type").asText().equals(AttributeType.QUEUE.yamlName());
      }
    }
    return false;
  }
}
