package org.casebound.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.Test;

/** However a server ended, the next start works; without the demo there is no user, and the log says how to add one. */
class RestartIT {

  @Test
  void startsAgainAfterItWasKilledAndABatchGoesOn() {
    try (CaseboundServer server = CaseboundServer.on(Database.H2).with("casebound.step.lease", "PT5S")) {
      server.start();
      new Stops(server).file(5);
      Map<String, Object> retry = Map.of("action", "RETRY", "process", "Stopping", "reason", "Again.", "ratePerMinute", 60);
      String batch = "/api/v1/batches/" + server.as("operator").post("/api/v1/batches", retry).expect(200).json().path("id");
      await("a target to be begun").atMost(Duration.ofSeconds(30)).until(() -> server.as("operator").get(batch).json().path("counts").path("PENDING").asInt() < 5);
      server.kill();

      server.start();

      assertThat(server.bank().get("/ledger").status()).isEqualTo(200);
      JsonNode ended =
          await("the batch to end").atMost(Duration.ofSeconds(60)).until(() -> server.as("operator").get(batch).json(), seen -> seen.hasNonNull("endedAt"));
      assertThat(ended.path("counts").toString()).isEqualTo("{\"FAILED_AGAIN\":5}");
    }
  }

  @Test
  void startsWithoutAnyUserWhenTheDemoIsAbsent() {
    try (CaseboundServer server = CaseboundServer.on(Database.H2).withoutDemo()) {
      server.start();

      assertThat(server.log()).contains("CBD19001").contains("add-user.sh");
      assertThat(server.as("requester").get("/api/v1/cases").status()).isEqualTo(401);
      assertThat(server.log()).doesNotContain("demo-backoffice.war");
    }
  }
}
