package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What "get next" gave to somebody whose network was pulled goes back to its queue, once; what is put off is passed by. */
@ExtendWith(ServerLogOnFailure.class)
class WorkLeaseIT {
  private static final String NEXT = "/api/v1/work-items/next";

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Api lead = server.as("lead");
  private final Api worker = server.as(TestUsers.workers().get(0));
  private final Api other = server.as(TestUsers.workers().get(1));

  @Test
  void whatNobodyAnswersForReturnsOnce() throws SQLException {
    String number = file("lost");
    String item = "/api/v1/work-items/" + worker.post(NEXT, "").expect(200).json().get("id").asLong();
    assertThat(worker.post(item + "/lease", "").expect(200).json().get("leaseUntil").asText()).isGreaterThan(Instant.now().plusSeconds(600).toString());
    other.post(item + "/lease", "").expect(403);
    int version = worker.get(item).expect(200).json().get("version").asInt();
    worker.post(item + "/lease", "").expect(200);
    assertThat(worker.get(item).expect(200).json().get("version").asInt()).as("a page that keeps the item alive is not made stale by it").isEqualTo(version);

    end(item);
    await().atMost(Duration.ofSeconds(20)).until(() -> worker.get(item).expect(200).json().get("state").asText().equals("OFFERED"));
    assertThat(historyOf(number)).contains("no sign of life of worker-1");
    assertThat(other.post(NEXT, "").expect(200).json().get("id").asLong()).isEqualTo(id(item));
    worker.post(NEXT, "").expect(204);
    other.post(item + "/complete", Map.of("outcome", "done")).expect(200);
  }

  @Test
  void whoClaimsItForGoodKeepsIt() throws SQLException {
    file("kept");
    String item = "/api/v1/work-items/" + worker.post(NEXT, "").expect(200).json().get("id").asLong();
    worker.post(item + "/claim", "").expect(200);
    assertThat(worker.post(item + "/lease", "").expect(200).json().has("leaseUntil")).isFalse();
    end(item);
    await().atMost(Duration.ofSeconds(20)).until(() -> tasksOf(item) == 0);
    assertThat(worker.get(item).expect(200).json().get("assignee").asText()).isEqualTo("worker-1");
    worker.post(item + "/complete", Map.of("outcome", "done")).expect(200);
  }

  @Test
  void whatIsPutOffIsPassedByUntilItIsWoken() {
    String number = file("put off");
    String item = "/api/v1/work-items/" + Requests.workItemOf(lead, number);
    String later = Instant.now().plusSeconds(600).toString();
    worker.post(item + "/snooze", Map.of("until", later, "reason", "not mine")).expect(403);
    lead.post(item + "/snooze", Map.of("until", later, "reason", "waits for the branch")).expect(204);
    worker.post(NEXT, "").expect(204);
    assertThat(historyOf(number)).contains("waits for the branch");
    lead.post(item + "/wake", "").expect(204);
    assertThat(worker.post(NEXT, "").expect(200).json().get("id").asLong()).isEqualTo(id(item));
    worker.post(item + "/complete", Map.of("outcome", "done")).expect(200);
    lead.post(item + "/snooze", Map.of("until", later, "reason", "too late")).expect(409);
  }

  private String file(String number) {
    Bundles.load(server, "race.yaml");
    return Requests.file(server.as("bank"), Map.of("process", "Race", "attributes", Map.of("number", number)));
  }

  private String historyOf(String number) {
    JsonNode seen = lead.get("/api/v1/cases/" + number).expect(200).json();
    return seen.get("history").toString();
  }

  /** Lets the time until the lease ends pass at once. */
  private void end(String item) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update work_item set lease_until = now() - interval '1 second' where lease_until is not null and id = " + id(item));
      assertThat(statement.executeUpdate("update due_task set due_at = now() where kind = 'WORK_LEASE' and subject_id = " + id(item))).isEqualTo(1);
    }
  }

  private int tasksOf(String item) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        Statement statement = connection.createStatement();
        java.sql.ResultSet count = statement.executeQuery("select count(*) from due_task where kind = 'WORK_LEASE' and subject_id = " + id(item))) {
      count.next();
      return count.getInt(1);
    }
  }

  private static long id(String item) {
    return Long.parseLong(item.substring(item.lastIndexOf('/') + 1));
  }
}
