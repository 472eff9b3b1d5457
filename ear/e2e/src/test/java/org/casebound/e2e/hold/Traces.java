package org.casebound.e2e.hold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;

/** Looks for a text wherever a server may have left it. */
final class Traces {
  private static final List<String> READERS = List.of("admin", "operator", "lead", "owner");
  private static final List<String> PAGES = List.of("home.xhtml", "inbox.xhtml", "cases.xhtml?view=ALL", "case/%s");
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

  /** What the API reads out that holds it: all its lists, a case, the processes, its own document, and the management port. */
  List<String> inApi(String text, String caseNumber) {
    List<String> found = new ArrayList<>();
    for (String path : paths(caseNumber)) {
      for (String reader : READERS) {
        note(found, path, server.as(reader).get(path), text);
      }
    }
    for (String path : List.of("/health", "/prom")) {
      note(found, path, org.casebound.e2e.Api.of(server.managementAddress()).get(path), text);
    }
    return found;
  }

  private static void note(List<String> found, String path, Reply reply, String text) {
    if (reply.status() >= 500) {
      throw new AssertionError(path + " answered " + reply.status() + ": " + reply.body());
    }
    if (reply.body().contains(text)) {
      found.add(path);
    }
  }

  private List<String> paths(String caseNumber) {
    List<String> paths = new ArrayList<>(List.of("/openapi"));
    JsonNode document = json(server.anonymous().with("Accept", "application/json").get("/openapi").expect(200).body());
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getValue().has("get")) {
        paths.add(path.getKey().replace("{number}", caseNumber).replace("{name}", "Book_With_Login"));
      }
    }
    paths.removeIf(path -> path.contains("{"));
    return paths;
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages of the console that show it. */
  List<String> inPages(String text, String caseNumber) {
    List<String> found = new ArrayList<>();
    for (String page : PAGES) {
      String path = "/" + page.formatted(caseNumber);
      for (String reader : READERS) {
        Reply reply = server.as(reader).get(path);
        note(found, path, reply, text);
      }
    }
    return found;
  }
}
