package org.casebound.e2e.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;

/** Looks for a text wherever a server may have left it. */
final class Traces {
  /** What {@link SecretsIT} calls the process and the connector that it makes. */
  static final String PROCESS = "Book_With_Login";

  private static final String CONNECTOR = "holdings";
  private static final List<String> READERS = List.of("admin", "operator", "lead", "owner");
  private static final List<String> PAGES =
      List.of(
          "home.xhtml", "inbox", "cases?view=ALL", "case/{number}", "track/{number}", "search?q=m4rk", "requests", "request/" + PROCESS,
          "integrations", "integrations/connector/" + CONNECTOR, "integrations/ledger", "integrations/call/{call}", "integrations/replies",
          "integrations/definitions", "integrations/definition/" + PROCESS + "/" + PROCESS + "_Call", "ops", "ops/incidents",
          "ops/batches", "ops/timers", "ops/nodes", "studio", "process/" + PROCESS, "bundles", "templates");
  private static final String TEXT_COLUMNS =
      "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'"
          + " and data_type in ('character varying', 'character', 'text', 'json', 'jsonb', 'xml')";

  private final SmallServer small;
  private final CaseboundServer server;

  Traces(SmallServer small) {
    this.small = small;
    this.server = small.server();
  }

  /** The columns that hold it. */
  List<String> inDatabase(String text) {
    return small.texts(TEXT_COLUMNS).stream().filter(column -> holds(column, text)).toList();
  }

  private boolean holds(String column, String text) {
    String[] parts = column.split("\\.");
    return small.count("select count(*) from \"%s\" where position('%s' in cast(\"%s\" as text)) > 0".formatted(parts[0], text, parts[1])) > 0;
  }

  /** The lines of the server's logs that fit a pattern. */
  List<String> inLogs(String pattern) throws IOException {
    Pattern sought = Pattern.compile(pattern);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(server.baseDirectory())) {
      for (Path log : files.filter(Traces::isLog).toList()) {
        found.addAll(new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1).lines().filter(line -> sought.matcher(line).find()).toList());
      }
    }
    return found;
  }

  private static boolean isLog(Path file) {
    return Files.isRegularFile(file) && (file.toString().endsWith(".log") || file.getParent().endsWith("log"));
  }

  /**
   * What the API reads out: all its lists and what they lead to, a case, the processes with their bundles, its own document, and the
   * management port.
   */
  Map<String, String> api(String caseNumber) {
    Map<String, String> answers = new TreeMap<>();
    for (String path : paths(caseNumber)) {
      read(answers, path);
    }
    for (String path : List.of("/health", "/prom")) {
      answers.put(path, Api.of(server.managementAddress()).get(path).body());
    }
    return answers;
  }

  private List<String> paths(String caseNumber) {
    List<String> paths = new ArrayList<>(List.of("/openapi"));
    JsonNode document = server.anonymous().with("Accept", "application/json").get("/openapi").expect(200).json();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getValue().has("get")) {
        String name = path.getKey().startsWith("/api/v1/connectors/") ? CONNECTOR : PROCESS;
        String named = path.getKey().replace("{number}", caseNumber).replace("{name}", name).replace("{version}", "1");
        paths.addAll(named.endsWith("/{id}") ? entries(named, caseNumber) : List.of(named));
      }
    }
    paths.removeIf(path -> path.contains("{"));
    return paths;
  }

  /** Of a list, what it shows of the case; the newest ones where it can not be asked for those. */
  private List<String> entries(String path, String caseNumber) {
    String list = path.substring(0, path.lastIndexOf('/'));
    Reply reply = server.as("admin").get(list + "?size=5&case=" + caseNumber);
    if (reply.status() != 200) {
      return List.of();
    }
    return reply.json().path("items").findValuesAsText("id").stream().map(id -> list + "/" + id).toList();
  }

  /** The pages of the console: each is for one of the readers at least. */
  Map<String, String> pages(String caseNumber) {
    Map<String, String> answers = new TreeMap<>();
    for (String page : PAGES) {
      String path = "/" + page.replace("{number}", caseNumber).replace("{call}", newestCall(caseNumber));
      assertThat(read(answers, path)).as("somebody may see %s", path).isTrue();
    }
    return answers;
  }

  private String newestCall(String caseNumber) {
    return server.as("admin").get("/api/v1/ledger?case=" + caseNumber).expect(200).json().at("/items/0/id").asText();
  }

  /** Answers whether one of the readers was shown something. */
  private boolean read(Map<String, String> answers, String path) {
    boolean shown = false;
    for (String reader : READERS) {
      Reply reply = server.as(reader).get(path);
      assertThat(reply.status()).as("%s for %s: %s", path, reader, reply.body()).isLessThan(500);
      answers.put(path + " for " + reader, reply.body());
      shown |= reply.status() == 200;
    }
    return shown;
  }

  /** Which of these answers hold it. */
  static List<String> holding(Map<String, String> answers, String text) {
    return answers.entrySet().stream().filter(answer -> answer.getValue().contains(text)).map(Map.Entry::getKey).toList();
  }
}
