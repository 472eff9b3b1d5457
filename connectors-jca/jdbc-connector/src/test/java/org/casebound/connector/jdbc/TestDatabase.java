package org.casebound.connector.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL for all tests of this module, with a small back office in it. Ends with the JVM. */
final class TestDatabase {
  private static final TestDatabase SHARED = new TestDatabase();

  private final EmbeddedPostgres server;

  private TestDatabase() {
    try {
      server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start.", e);
    }
    execute("""
        CREATE TABLE casebound_key (
          idempotency_key varchar(200) PRIMARY KEY, request_hash varchar(64) NOT NULL, outcome text,
          created_at timestamp with time zone NOT NULL);
        CREATE TABLE effect (name text NOT NULL, amount numeric CHECK (amount >= 0));
        CREATE TABLE busy (since timestamp);
        CREATE FUNCTION refuse_when_busy() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF EXISTS (SELECT * FROM busy) THEN RAISE EXCEPTION 'busy' USING ERRCODE = '55P03'; END IF;
            RETURN NEW;
          END $$;
        CREATE TRIGGER gate BEFORE INSERT ON effect FOR EACH ROW EXECUTE FUNCTION refuse_when_busy();
        CREATE PROCEDURE apply_effect(label text, INOUT reference text) LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO effect (name, amount) VALUES (label, 1);
            reference := 'R-' || label;
          END $$;
        CREATE PROCEDURE refuse(label text) LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'The account % is closed.', label; END $$;
        CREATE PROCEDURE dawdle(seconds bigint) LANGUAGE plpgsql AS $$
          BEGIN PERFORM pg_sleep(seconds); END $$;
        """);
  }

  static TestDatabase shared() {
    return SHARED;
  }

  int port() {
    return server.getPort();
  }

  /** Reaches the database, or whatever listens there, through this port. */
  static DataSource through(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("postgres");
    source.setPassword("postgres");
    return source;
  }

  void clear() {
    execute("TRUNCATE effect, busy, casebound_key");
  }

  void execute(String sql) {
    try (Connection connection = through(port()).getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  int effects(String name) {
    try (Connection connection = through(port()).getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM effect WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The effects can not be counted.", e);
    }
  }
}
