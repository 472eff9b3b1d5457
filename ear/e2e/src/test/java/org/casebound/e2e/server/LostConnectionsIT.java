package org.casebound.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL ends sessions: after a fail-over, a time-out of its own, or because an operator says so. */
@ExtendWith(ServerLogOnFailure.class)
class LostConnectionsIT {
  private static final CaseboundServer SERVER = SharedServer.on(Database.POSTGRESQL);
  private static final Map<String, Object> REQUEST = Map.of(
      "process", "Block_Credit_Card", "subject", "Lost card",
      "attributes", Map.of("cardId", "4929123412341234", "reason", "lost"));

  /** Ends every session of the server; how many there were. */
  private static int endSessions() throws SQLException {
    int ended = 0;
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect("postgres");
        PreparedStatement end = connection.prepareStatement(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ?")) {
      end.setString(1, SERVER.databaseName());
      try (ResultSet rows = end.executeQuery()) {
        while (rows.next()) {
          ended++;
        }
      }
    }
    return ended;
  }

  @Test
  void theNextRequestSucceedsAfterTheDatabaseHasEndedAllSessions() throws SQLException {
    SERVER.as("requester").post("/api/v1/service-requests", REQUEST).expect(201);
    assertThat(endSessions()).isGreaterThanOrEqualTo(4);
    String number = SERVER.as("requester").post("/api/v1/service-requests", REQUEST).expect(201).json().path("caseNumber").asText();
    SERVER.as("requester").get("/api/v1/cases/" + number).expect(200);
  }
}
