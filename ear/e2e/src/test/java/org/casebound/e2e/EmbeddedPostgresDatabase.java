package org.casebound.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * One PostgreSQL 18 for the whole run, with a database of its own for each server. Starts as root and as an ordinary user; ends,
 * with its data, when the JVM ends. It runs without fsync: good for tests, no figure for durable throughput.
 */
public final class EmbeddedPostgresDatabase {

  private static final String USER = "postgres";
  private static @org.jspecify.annotations.Nullable EmbeddedPostgresDatabase shared;

  private final EmbeddedPostgres server;

  private EmbeddedPostgresDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The run's database server, started at the first call. */
  public static synchronized EmbeddedPostgresDatabase shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static EmbeddedPostgresDatabase start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "300")
              .setServerConfig("max_prepared_transactions", "100")
              // Without page images the bytes of log say what was written, not when the last checkpoint was.
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("shared_preload_libraries", "pg_stat_statements,auto_explain")
              // Where a test reads the plans of statements that it switched on.
              .setServerConfig("logging_collector", "on")
              .setServerConfig("log_destination", "jsonlog")
              .setServerConfig("log_rotation_size", "0")
              .setServerConfig("auto_explain.log_format", "json")
              .setServerConfig("pg_stat_statements.track_utility", "off")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      return new EmbeddedPostgresDatabase(server);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start; it needs Linux on amd64 and a writable temporary folder", e);
    }
  }

  Map<String, String> create(String name) {
    try (Connection connection = connect(USER);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Could not create the database " + name, e);
    }
    return Map.of(
        "casebound.database.driver", "postgresql",
        "casebound.database.url", "jdbc:postgresql://localhost:" + server.getPort() + "/" + name + "?reWriteBatchedInserts=true",
        "casebound.database.user", USER,
        "casebound.database.password", USER);
  }

  /** A connection of the test's own to the database with this name. */
  public Connection connect(String name) throws SQLException {
    return server.getDatabase(USER, name).getConnection();
  }
}
