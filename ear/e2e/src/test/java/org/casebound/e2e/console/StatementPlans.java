package org.casebound.e2e.console;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.EmbeddedPostgresDatabase;

/**
 * The plans of all that a server asks of PostgreSQL while reading tables from end to end is discouraged as far as it goes: where the
 * database does it all the same, there is no index for the question. How good an index is for it does not show in tables as small as those of tests.
 */
final class StatementPlans implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sessions make the plans that they keep anew when a table has changed in whatever way; this one changes nothing else. */
  private static final String FORGET_PLANS =
      "do $$ declare t record; begin for t in select tablename from pg_tables where schemaname = current_schema()"
          + " loop execute format('alter table %I reset (parallel_workers)', t.tablename); end loop; end $$";

  private final Connection connection;
  private final String database;
  private final long begin;
  private int marks;

  private StatementPlans(Connection connection, String database, long begin) {
    this.connection = connection;
    this.database = database;
    this.begin = begin;
  }

  /** Notes plans from now on. */
  static StatementPlans begin(CaseboundServer server) throws SQLException {
    Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
    run(connection, "alter system set enable_seqscan = off", "alter system set auto_explain.log_min_duration = 0", "select pg_reload_conf()", FORGET_PLANS);
    return new StatementPlans(connection, server.databaseName(), size(connection));
  }

  /** Tables that were read from end to end, with the statements that did it. */
  Map<String, Set<String>> wholeReads() throws SQLException {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JsonNode plan : plans()) {
      for (JsonNode node : nodes(plan.path("Plan"), new ArrayList<>())) {
        if (node.path("Node Type").asText().equals("Seq Scan")) {
          found.computeIfAbsent(node.path("Relation Name").asText(), table -> new TreeSet<>()).add(plan.path("Query Text").asText());
        }
      }
    }
    return found;
  }

  /** How many plans there are to look at. */
  int count() throws SQLException {
    return plans().size();
  }

  private static List<JsonNode> nodes(JsonNode node, List<JsonNode> into) {
    into.add(node);
    node.path("Plans").forEach(child -> nodes(child, into));
    return into;
  }

  /** The log is written by a process of its own, in the order of the statements: what came before the mark is there when the mark is. */
  private List<JsonNode> plans() throws SQLException {
    String mark = "select 'mark " + ++marks + "'";
    run(connection, mark);
    return await("the log to hold all plans").until(this::logged, found -> found.stream().anyMatch(plan -> plan.path("Query Text").asText().equals(mark)));
  }

  private List<JsonNode> logged() throws SQLException {
    List<JsonNode> plans = new ArrayList<>();
    try (PreparedStatement reading = connection.prepareStatement("select pg_read_file(pg_current_logfile('jsonlog'), ?, ?)")) {
      reading.setLong(1, begin);
      reading.setLong(2, size(connection) - begin);
      try (ResultSet row = reading.executeQuery()) {
        row.next();
        String log = row.getString(1);
        // The last line may not be complete yet.
        for (String line : log.substring(0, log.lastIndexOf('\n') + 1).split("\n")) {
          JsonNode entry = parse(line);
          String message = entry.path("message").asText();
          if (entry.path("dbname").asText().equals(database) && !entry.path("application_name").asText().isEmpty() && message.contains("  plan:\n")) {
            plans.add(parse(message.substring(message.indexOf("  plan:\n") + 8)));
          }
        }
      }
    }
    return plans;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The log of PostgreSQL has a line that is not JSON: " + json, e);
    }
  }

  private static long size(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select (pg_stat_file(pg_current_logfile('jsonlog'))).size")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    run(connection, "alter system reset enable_seqscan", "alter system reset auto_explain.log_min_duration", "select pg_reload_conf()");
    connection.close();
  }
}
