package org.casebound.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result file: one object per scenario with the medians, and under "spread" the least and the most of each. */
public final class Result {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Object> content = new LinkedHashMap<>();

  /** Adds what is no scenario: settings, machine, idle figures. */
  public void put(String name, Object value) {
    content.put(name, value);
  }

  /** Adds the scenarios. */
  public void scenarios(List<Row> rows) {
    Map<String, Object> scenarios = new LinkedHashMap<>();
    for (Row row : rows) {
      Map<String, Object> figures = new LinkedHashMap<>();
      Map<String, Object> spread = new LinkedHashMap<>();
      figures.put("title", row.title());
      row.figures().forEach((figure, value) -> {
        figures.put(figure.key(), rounded(value.median()));
        spread.put(figure.key(), List.of(rounded(value.least()), rounded(value.most())));
      });
      figures.put("spread", spread);
      scenarios.put(row.name(), figures);
    }
    content.put("scenarios", scenarios);
  }

  /** Four digits after the point: more would only look exact. */
  static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  /** The whole as JSON. */
  public String json() {
    try {
      return JSON.writeValueAsString(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file, and its folder if it is missing. */
  public void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, json() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + file, e);
    }
  }
}
