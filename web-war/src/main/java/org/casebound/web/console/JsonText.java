package org.casebound.web.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.web.api.json.ApiJson;

/** JSON as people write and read it on pages. */
final class JsonText {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private JsonText() {}

  /** The value with a line for each member. */
  static String of(Object value) {
    try {
      return ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("values of JSON can always be written", notJson);
    }
  }

  /**
   * The object that the text says; an empty text is an object without members.
   *
   * @throws RuleViolation INTG-005 with line and column when it says none
   */
  static Map<String, Object> read(String text) {
    try {
      return text.isBlank() ? Map.of() : Optional.ofNullable(ApiJson.mapper().readValue(text, OBJECT)).orElse(Map.of());
    } catch (JsonProcessingException wrong) {
      String place =
          wrong.getLocation() == null ? "" : " (line %d, column %d)".formatted(wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr());
      throw new RuleViolation("INTG-005", "This is not a JSON object%s: %s".formatted(place, wrong.getOriginalMessage()));
    }
  }
}
