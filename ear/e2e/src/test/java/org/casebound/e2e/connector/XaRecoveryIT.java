package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.TextMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.ServerLogOnFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls whose effect belongs to the step's transaction, in a database and in a queue, while the server is killed between
 * prepare and commit. The commit of Casebound's own database, which decides, is held by a deferred trigger that waits for a
 * lock of the test: then the other branches are prepared, and nobody else knows what will become of them.
 */
@ExtendWith(ServerLogOnFailure.class)
class XaRecoveryIT {
  private static final String LEDGER = "e2e_xa_ledger";
  private static final int GATE = 4711;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static CaseboundServer server;
  private static ConnectedProcess booking;
  private static ConnectedProcess asking;

  @BeforeAll
  static void connect() throws SQLException {
    server = BrokerServer.get();
    execute("postgres", "CREATE DATABASE " + LEDGER);
    execute(LEDGER, "CREATE TABLE booking (account varchar(40), amount integer)");
    execute(server.databaseName(), CommandLine.block("In the step's own transaction", "sql", 0) + """
        CREATE FUNCTION wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER gate AFTER UPDATE ON step_attempt DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW WHEN (NEW.state IN ('DONE', 'ACCEPTED')) EXECUTE FUNCTION wait_at_the_gate();
        """.formatted(GATE));
    CommandLine operator = new CommandLine(server);
    operator.run(
        CommandLine.commands("In the step's own transaction", 0)
            .replace("ServerName=>ledger,PortNumber=>5432,DatabaseName=>ledger", ledgerProperties())
            .replace("=casebound ", "=postgres ").replaceAll("(?m)=casebound$", "=postgres")
            + CommandLine.commands("In the step's own transaction", 1)
            + CommandLine.commands("In the step's own transaction", 2));
    server.stop();
    server.start();
    operator.run("deploy jdbc-connector.rar", "jdbc-connector-rar/target/jdbc-connector.rar");
    booking = ConnectedProcess.of(
        server, "Book_Together", "java:/eis/LedgerXA",
        "'INSERT INTO booking (account, amount) VALUES (:account, :amount)'", "SERVICE");
    asking = ConnectedProcess.of(server, "Ask_Together", "java:/eis/CoreXA", "Book_Fee", "PROCESS");
  }

  private static String ledgerProperties() throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(LEDGER)) {
      String port = connection.getMetaData().getURL().replaceAll(".*localhost:(\\d+)/.*", "$1");
      return "ServerName=>localhost,PortNumber=>" + port + ",DatabaseName=>" + LEDGER;
    }
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(String database, String sql) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static int bookings(String account) throws SQLException {
    return count(LEDGER, "SELECT count(*) FROM booking WHERE account = '" + account + "'");
  }

  /** The number of a case is its id. */
  private static int id(String caseNumber) {
    return Integer.parseInt(caseNumber.replaceAll("[^0-9]", ""));
  }

  private static int prepared() throws SQLException {
    return count("postgres", "SELECT count(*) FROM pg_prepared_xacts WHERE database = '" + LEDGER + "'");
  }

  private static int atTheGate() throws SQLException {
    return count(
        server.databaseName(),
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = " + GATE + " AND NOT granted");
  }

  /** Ends the requests of both processes on both ways, whatever happened on the way. */
  private static void assertEachEffectOnce(String account, String booked, String asked) throws Exception {
    assertThat(booking.awaitClosed(booked).path("resolution").asText()).isEqualTo("FULFILLED");
    try (QueueBank bank = new QueueBank(BrokerServer.address(server))) {
      TextMessage request = bank.request();
      assertThat(request.getStringProperty("CorrelationId")).isEqualTo(asked);
      bank.answer(request, "{\"status\":\"DONE\"}");
      assertThat(asking.awaitClosed(asked).path("resolution").asText()).isEqualTo("FULFILLED");
      assertThat(bank.request(500)).isEmpty();
    }
    assertThat(bookings(account)).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> prepared() == 0);
  }

  @Test
  void theEffectIsCommittedWithTheOutcome() throws Exception {
    assertEachEffectOnce("X-0", booking.file("X-0", 1), asking.file("X-0", 1));
  }

  /** Files both requests, kills the server while both wait for the commit that decides, and lets what is left go its way. */
  private static String[] killBetweenPrepareAndCommit(String account, String afterTheKill) throws Exception {
    try (Connection gate = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        Statement statement = gate.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + GATE + ")");
      String booked = booking.file(account, 1);
      String asked = asking.file(account, 1);
      await().atMost(PATIENCE).until(() -> atTheGate() == 2);
      assertThat(prepared()).isEqualTo(1);
      assertThat(bookings(account)).isZero();
      server.kill();
      statement.execute(afterTheKill);
      statement.execute("SELECT pg_advisory_unlock(" + GATE + ")");
      return new String[] {booked, asked};
    }
  }

  @Test
  void recoveryCommitsWhatWasDecidedWhenTheServerIsKilledBetweenPrepareAndCommit() throws Exception {
    String[] cases = killBetweenPrepareAndCommit("X-1", "SELECT 1");
    await().atMost(PATIENCE).until(() ->
        count(server.databaseName(), "SELECT count(*) FROM step_attempt WHERE state IN ('DONE', 'ACCEPTED')"
            + " AND case_id IN (" + id(cases[0]) + ", " + id(cases[1]) + ")") == 2);
    assertThat(bookings("X-1")).isZero();
    server.start();
    assertEachEffectOnce("X-1", cases[0], cases[1]);
  }

  @Test
  void recoveryRollsBackWhatWasNotDecidedAndTheStepIsTriedAgain() throws Exception {
    String[] cases = killBetweenPrepareAndCommit(
        "X-2",
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = " + GATE + " AND NOT granted");
    server.start();
    assertEachEffectOnce("X-2", cases[0], cases[1]);
  }
}
