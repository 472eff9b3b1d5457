package org.casebound.e2e.hold;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL of one test's own, which can be stopped under its users and comes back with its data. Not thread-safe. */
final class RestartablePostgres implements AutoCloseable {
  private static final String USER = "postgres";

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  RestartablePostgres() {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
      folder = Files.createTempDirectory("casebound-chaos");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = start();
  }

  private EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setDataDirectory(folder.resolve("data"))
          .setCleanDataDirectory(false)
          .setServerConfig("max_connections", "100")
          .setPGStartupWait(Duration.ofSeconds(60))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start.", e);
    }
  }

  /** Ends all sessions in the middle of what they do, and starts again on the same data. */
  void restart() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop.", e);
    }
    server = start();
  }

  /** The system properties that make a server use it. */
  Map<String, String> properties() {
    return Map.of(
        "casebound.database.driver", "postgresql",
        "casebound.database.url", "jdbc:postgresql://localhost:" + port + "/postgres?reWriteBatchedInserts=true",
        "casebound.database.user", USER,
        "casebound.database.password", USER);
  }

  /** The first column of a query's rows. */
  Set<String> column(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Set<String> values = new HashSet<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (Files.exists(folder)) {
      try (Stream<Path> content = Files.walk(folder)) {
        for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
