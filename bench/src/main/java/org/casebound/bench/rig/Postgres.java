package org.casebound.bench.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of the run's own, durable as in production, with an empty database. The product and the twin log in with a role each,
 * so that the statistics tell them apart.
 */
public final class Postgres implements AutoCloseable {
  /** Role and password of the product, and name of the database. */
  public static final String PRODUCT = "casebound";

  /** Role, password and schema of the twin. */
  public static final String TWIN = "twin";

  private static final String ADMINISTRATOR = "postgres";

  /** The first three make it durable; the embedded server's own defaults are the other way round. */
  private static final Map<String, String> SETTINGS = new LinkedHashMap<>();

  static {
    SETTINGS.put("fsync", "on");
    SETTINGS.put("synchronous_commit", "on");
    SETTINGS.put("full_page_writes", "on");
    SETTINGS.put("shared_buffers", "1GB");
    SETTINGS.put("max_wal_size", "16GB");
    SETTINGS.put("checkpoint_timeout", "1h");
    SETTINGS.put("max_connections", "100");
    SETTINGS.put("shared_preload_libraries", "pg_stat_statements");
    SETTINGS.put("pg_stat_statements.track", "all");
  }

  private final EmbeddedPostgres server;
  private final Path data;

  private Postgres(EmbeddedPostgres server, Path data) {
    this.server = server;
    this.data = data;
  }

  /** Starts it with a data directory on the disk of the checkout. */
  public static Postgres start() {
    Path data = Layout.fresh(Layout.work().resolve("postgres"));
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true).setPGStartupWait(Duration.ofSeconds(60));
    SETTINGS.forEach(builder::setServerConfig);
    try {
      Postgres started = new Postgres(builder.start(), data);
      started.prepare();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start in " + data, e);
    }
  }

  private void prepare() {
    execute(ADMINISTRATOR, "create role casebound login password 'casebound'", "create role twin login password 'twin'");
    execute(ADMINISTRATOR, "create database casebound owner casebound");
    execute(
        PRODUCT,
        "create extension pg_stat_statements",
        "create extension pg_walinspect",
        "create schema twin authorization twin");
  }

  private void execute(String database, String... statements) {
    try (Connection connection = connect(ADMINISTRATOR, database); Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database server could not be prepared", e);
    }
  }

  /** JDBC URL of the product's database. */
  public String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + PRODUCT + "?reWriteBatchedInserts=true";
  }

  /** A connection for observers, as the database's administrator: what it does is counted for nobody. */
  public Connection observe() throws SQLException {
    return connect(ADMINISTRATOR, PRODUCT);
  }

  /** A connection of the twin. */
  public Connection connectTwin() throws SQLException {
    return connect(TWIN, PRODUCT);
  }

  private Connection connect(String user, String database) throws SQLException {
    return DriverManager.getConnection("jdbc:postgresql://localhost:" + server.getPort() + "/" + database, user, user);
  }

  /** The settings that matter, as the running server says them. */
  public Map<String, String> settings() {
    Map<String, String> shown = new LinkedHashMap<>();
    try (Connection connection = observe(); Statement statement = connection.createStatement()) {
      for (String name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size", "autovacuum")) {
        try (ResultSet row = statement.executeQuery("show " + name)) {
          row.next();
          shown.put(name, row.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The settings of PostgreSQL can not be read", e);
    }
    return shown;
  }

  /** CPU seconds of all its processes so far. */
  public double cpuSeconds() {
    return Cpu.ofFamily(pid());
  }

  private long pid() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not run", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}
