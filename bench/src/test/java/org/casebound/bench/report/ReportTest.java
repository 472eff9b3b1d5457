package org.casebound.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.casebound.bench.measure.Figure;
import org.casebound.bench.measure.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private final Row row =
      new Row(
          "S1",
          "straight-through",
          Map.of(Figure.CASES_PER_SECOND, new Spread(1234.5678, 1200, 1300), Figure.COMMITS_PER_CASE, new Spread(2.00004, 2, 2.1)));

  @Test
  void theTableShowsMediansAndTheSpreadOfTheSpeed() {
    List<String> lines = Table.of(List.of(row)).lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("| scenario").contains("cases/s", "of twin", "CPU s/1000");
    assertThat(lines.get(2)).startsWith("| S1 straight-through |").contains("1235 (1200-1300)", "2.00");
    assertThat(lines.stream().map(String::length).distinct()).hasSize(1);
  }

  @Test
  void theResultNamesFiguresAsTheTableOfTheIssueDoes() throws JsonProcessingException {
    Result result = new Result();
    result.put("machine", "2 cores");
    result.scenarios(List.of(row));

    JsonNode json = new ObjectMapper().readTree(result.json());
    assertThat(json.path("machine").asText()).isEqualTo("2 cores");
    JsonNode s1 = json.path("scenarios").path("S1");
    assertThat(s1.path("casesPerSecond").asDouble()).isEqualTo(1234.5678);
    assertThat(s1.path("commitsPerCase").asDouble()).isEqualTo(2.0);
    assertThat(s1.path("spread").path("casesPerSecond").get(1).asDouble()).isEqualTo(1300);
    assertThat(s1.has("p99Ms")).isFalse();
  }

  @Test
  void theResultIsWrittenEvenWhereThereIsNoFolderYet(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("out/result.json");
    new Result().write(file);

    assertThat(Files.readString(file)).startsWith("{");
  }
}
