package org.casebound.web.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.casebound.web.api.ServiceRequestBody;
import org.casebound.web.api.json.ApiJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProblemsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"process\":\"a\"",
        "{\"process\":\"a\" \"b\"}",
        "{\"process\":\"a\",\"process\":\"b\"}",
        "{\"documents\":[{\"name\":\"a\" x}]}",
        "{'process':'a'}",
        "{\"process\":\"a\"} true"
      })
  void callsWhatIsNoJsonMalformed(String body) {
    assertThat(problem(body).type()).isEqualTo(ProblemType.MALFORMED_JSON.urn());
  }

  @Test
  void namesLineAndColumn() {
    assertThat(problem("{\n  \"process\": oops}").detail()).startsWith("Line 2, column ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"proces\":\"a\"} | /proces | JSON-001",
        "{\"a/b~c\":1} | /a~1b~0c | JSON-001",
        "{\"process\":5} | /process | JSON-002",
        "{\"process\":{}} | /process | JSON-002",
        "{\"attributes\":[]} | /attributes | JSON-002",
        "{\"attributes\":{\"x\":\"\\u0000\"}} | /attributes/x | JSON-002",
        "{\"documents\":[{\"content\":\"%\"}]} | /documents/0/content | JSON-002",
        "{\"documents\":[{\"content\":\"QQ\"}]} | /documents/0/content | JSON-002",
        "{\"documents\":[{\"nom\":\"\"}]} | /documents/0/nom | JSON-001",
        "{\"documents\":{}} | /documents | JSON-002"
      })
  void pointsToTheWrongPlace(String body, String pointer, String code) {
    assertThat(problem(body).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.pointer()).contains(pointer);
              assertThat(error.code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"process\":", "{\"process\":[]}", "{\"x\":1}", "[]", "{\"documents\":[{\"content\":1}]}"})
  void tellsNothingOfOurClasses(String body) {
    assertThat(problem(body).toString()).doesNotContain("org.casebound", "java.", "jackson", "START_ARRAY");
  }

  @Test
  void limitsNestingTextsAndTheNumberOfValues() {
    assertThat(problem("{\"attributes\":{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}}").detail()).contains("nested");
    assertThat(problem("{\"process\":\"" + "a".repeat(100_001) + "\"}").detail()).contains("too long");
    assertThat(problem("{\"attributes\":{\"x\":[" + "1,".repeat(100_000) + "1]}}").detail()).contains("too many");
  }

  private static Problem problem(String body) {
    JsonProcessingException failure =
        catchThrowableOfType(
            JsonProcessingException.class, () -> ApiJson.mapper().readValue(body, ServiceRequestBody.class));
    return failure instanceof JsonMappingException mapping
        ? JsonProblems.mistyped(mapping)
        : JsonProblems.malformed(failure);
  }
}
