package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.casebound.e2e.Reply;

/** Asserts that an answer is a problem as RFC 9457 has it, and that nothing of our inside is in it. */
final class Problems {
  private Problems() {}

  /** @param type last part of the URN */
  static JsonNode expect(Reply reply, int status, String type) {
    reply.expect(status);
    assertThat(reply.header("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = reply.json();
    assertThat(problem.path("type").asText()).isEqualTo("urn:casebound:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).startsWith("/api");
    assertThat(reply.body()).doesNotContain("org.casebound", "Exception", "java.", "jakarta.", "hibernate", "\tat ");
    return problem;
  }

  /** The pointers of the wrong places. */
  static List<String> pointers(JsonNode problem) {
    List<String> pointers = new ArrayList<>();
    problem.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    return pointers;
  }

  /** The codes of the wrong places. */
  static List<String> codes(JsonNode problem) {
    List<String> codes = new ArrayList<>();
    problem.path("errors").forEach(error -> codes.add(error.path("code").asText()));
    return codes;
  }
}
