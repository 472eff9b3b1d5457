package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartJsonTest {
  private static final String HOSTILE = "</script><script>alert(1)</script>\u2028\"";

  @Test
  void noLabelEndsTheScriptThatHoldsIt() throws JsonProcessingException {
    String json = ChartJson.bars(List.of(HOSTILE), List.of(new ChartJson.Series("Open", "accent", List.of(3), List.of("/ops"))), false);
    assertThat(json).doesNotContain("<", "\u2028");
    JsonNode read = new ObjectMapper().readTree(json);
    assertThat(read.at("/data/labels/0").asText()).isEqualTo(HOSTILE);
    assertThat(read.at("/data/datasets/0/data/0").asInt()).isEqualTo(3);
    assertThat(read.at("/data/datasets/0/addresses/0").asText()).isEqualTo("/ops");
  }
}
