package org.casebound.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsWhatTheServerWrites() {
    Map<String, Object> object = Json.object(" {\"a\": [1, \"x\\n\\\"\\u00e4\\\\\", {\"b\": true}, []], \"c\": {}, \"d\": \"{,]\"}");
    assertThat(object).containsExactlyInAnyOrderEntriesOf(Map.of("a", List.of("1", "x\n\"ä\\", Map.of("b", "true"), List.of()), "c", Map.of(), "d", "{,]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\"", "{\"a\":", "[1", "<html>"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Json.object(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysAProblemInLines() {
    String body =
        """
        {"detail":"The bundle is wrong in 1 places; nothing of it was taken.","code":"X-1","errors":[
          {"place":{"file":"a.yaml","line":3,"column":7,"mend":"Mend it."},"detail":"Wrong."}]}
        """;
    assertThat(Report.problem(422, body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo("Refused: The bundle is wrong in 1 places; nothing of it was taken. (X-1)\n  a.yaml:3:7: Wrong. Mend it.");
    assertThat(Report.problem(502, new byte[0])).isEqualTo("The server answered with HTTP status 502.");
  }
}
