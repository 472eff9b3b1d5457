package org.casebound.connector.http.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestLineTest {
  @Test
  void takesVariablesFromTheInputAndLeavesTheRestForTheBody() {
    HttpRequestLine line = HttpRequestLine.of("PUT /c/{id}/a/{n}", Map.of("id", "C 1/ü?&#%", "n", 7L, "city", "Graz"));
    assertThat(line.path()).isEqualTo("/c/C%201%2F%C3%BC%3F%26%23%25/a/7");
    assertThat(line.body()).isEqualTo(Map.of("city", "Graz"));
  }

  @Test
  void putsTheRestIntoTheQueryWhereTheMethodHasNoBody() {
    HttpRequestLine line = HttpRequestLine.of("GET /c/{id}?x=1", Map.of("id", "a", "q", "b c"));
    assertThat(line.path()).isEqualTo("/c/a?x=1&q=b%20c");
    assertThat(line.hasBody()).isFalse();
  }

  @Test
  void aListInTheQueryIsItsParameterRepeatedAndATextMayBeEmpty() {
    assertThat(HttpRequestLine.of("GET /c", Map.of("q", List.of("a&b", "..", 7L))).path()).isEqualTo("/c?q=a%26b&q=..&q=7");
    assertThat(HttpRequestLine.of("DELETE /c", Map.of("q", "")).path()).isEqualTo("/c?q=");
    assertThatThrownBy(() -> HttpRequestLine.of("GET /c", Map.of("q", Map.of("a", 1L)))).hasMessageContaining("\"q\"");
  }

  @Test
  void fillsAndEncodesVariablesInTheQueryOfARequestWithABody() {
    assertThat(HttpRequestLine.of("POST /c?to={to}", Map.of("to", "a/b?c=d&e")).path()).isEqualTo("/c?to=a%2Fb%3Fc%3Dd%26e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POST", "FETCH /x", "POST x", "post /x", "POST /a b", "POST /{id", "POST /{}", "POST /x\r\nHost: y"})
  void refusesAnOperationOfAnotherForm(String operation) {
    assertThatThrownBy(() -> HttpRequestLine.of(operation, Map.of("id", "1"))).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void refusesAValueThatWouldChangeThePath(String value) {
    assertThatThrownBy(() -> HttpRequestLine.of("POST /c/{id}/x", Map.of("id", value))).hasMessageContaining("\"id\"");
  }

  @Test
  void refusesAMissingVariableAndOneThatIsNoScalar() {
    assertThatThrownBy(() -> HttpRequestLine.of("POST /c/{id}", Map.of())).hasMessageContaining("\"id\"");
    assertThatThrownBy(() -> HttpRequestLine.of("POST /c/{id}", Map.of("id", Map.of()))).hasMessageContaining("\"id\"");
  }
}
