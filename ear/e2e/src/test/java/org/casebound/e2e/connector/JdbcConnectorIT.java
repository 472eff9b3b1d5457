package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The JDBC connector beside the EAR: a flow books in a ledger that is another database. */
@ExtendWith(ServerLogOnFailure.class)
class JdbcConnectorIT {
  private static final String LEDGER = "e2e_ledger";
  private static final CaseboundServer SERVER = SharedServer.on(Database.POSTGRESQL);

  @BeforeAll
  static void connectTheLedger() throws SQLException {
    execute("postgres", "CREATE DATABASE " + LEDGER);
    execute(LEDGER, """
        CREATE TABLE casebound_key (
          idempotency_key varchar(200) PRIMARY KEY, request_hash varchar(64) NOT NULL, outcome text,
          created_at timestamp with time zone NOT NULL);
        CREATE TABLE booking (account varchar(40), amount integer);
        CREATE PROCEDURE book(account varchar, amount bigint) LANGUAGE plpgsql AS $$
          BEGIN
            IF account LIKE 'CLOSED%' THEN RAISE EXCEPTION 'The account is closed.'; END IF;
            INSERT INTO booking VALUES (account, amount);
          END $$;
        """);
    Operator operator = new Operator(SERVER);
    String url;
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(LEDGER)) {
      url = connection.getMetaData().getURL();
    }
    operator.add("subsystem=datasources/data-source=Ledger", Map.of(
        "jndi-name", "java:jboss/datasources/Ledger", "driver-name", "postgresql", "connection-url", url,
        "user-name", "postgres", "password", "postgres", "jta", false));
    operator.connect(
        "jdbc-connector", "org.casebound.connector.jdbc.JdbcManagedConnectionFactory", Map.of(
            "Ledger", Map.of("dataSource", "java:jboss/datasources/Ledger", "keyTable", "casebound_key"),
            "LedgerTogether", Map.of("dataSource", "java:jboss/datasources/Ledger", "transaction", "CALLER")));
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(String sql) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(LEDGER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void aFlowBooksOnceInTheLedgerAndItsKeyIsKeptThere() throws Exception {
    ConnectedProcess process = ConnectedProcess.of(
        SERVER, "Book_By_Statement", "java:/eis/Ledger",
        "'INSERT INTO booking (account, amount) VALUES (:account, :amount)'", "SERVICE");
    String caseNumber = process.file("A-1", 17);
    assertThat(process.awaitClosed(caseNumber).path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(count("SELECT count(*) FROM booking WHERE account = 'A-1' AND amount = 17")).isEqualTo(1);
    String key = process.look(caseNumber).findValue("idempotencyKey").asText();
    assertThat(count("SELECT count(*) FROM casebound_key WHERE idempotency_key = '" + key + "'")).isEqualTo(1);
  }

  @Test
  void aProceduresRefusalRejectsTheCase() throws Exception {
    ConnectedProcess process = ConnectedProcess.of(
        SERVER, "Book_By_Procedure", "java:/eis/Ledger", "'CALL book(:account, :amount)'", "SERVICE");
    assertThat(process.awaitClosed(process.file("OPEN-2", 3)).path("resolution").asText()).isEqualTo("FULFILLED");
    JsonNode refused = process.awaitClosed(process.file("CLOSED-1", 3));
    assertThat(refused.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(refused.path("closeReason").asText()).contains("The account is closed.");
    assertThat(count("SELECT count(*) FROM booking WHERE account = 'CLOSED-1'")).isZero();
  }

  /** Without the mark, a crash could part what was recorded from its effect. */
  @Test
  void aCallInTheStepsTransactionIsRefusedWhereTheDataSourceHasNoMark() throws Exception {
    ConnectedProcess process = ConnectedProcess.of(
        SERVER, "Book_Unmarked", "java:/eis/LedgerTogether",
        "'INSERT INTO booking (account, amount) VALUES (:account, :amount)'", "SERVICE");
    JsonNode incident = process.awaitIncident(process.file("U-1", 3));
    assertThat(incident.path("code").asText()).isEqualTo("TRANSACTION_UNSAFE");
    assertThat(incident.path("message").asText()).contains("no commit-markable resource", "transaction=OWN");
    assertThat(count("SELECT count(*) FROM booking WHERE account = 'U-1'")).isZero();
  }
}
