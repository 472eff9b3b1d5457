package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps side by side: an evaluation flow says whether one begins, a condition ends them all. And flows side by side, in their order. */
@ExtendWith(ServerLogOnFailure.class)
class ParallelIT {
  private final CaseboundServer server = SharedServer.any();
  private final Desk desk = new Desk(server);

  @BeforeEach
  void publish() {
    Bundles.publish(server, "parallel");
  }

  @AfterEach
  void replayHistories() {
    desk.replayHistories();
  }

  @Test
  void anEvaluationFlowSaysWhichCasesNeedASecondOpinion() {
    String small = file(10);
    String large = file(5000);
    for (String number : new String[] {small, large}) {
      assertThat(step(number, "second_opinion").path("state").asText()).isEqualTo("NOT_STARTED");
      desk.complete(step(number, "back_office_review").path("workItemId").asLong(), "agreed", "");
    }
    await("the second opinion to be asked for")
        .atMost(Duration.ofSeconds(30))
        .until(() -> step(large, "second_opinion").path("state").asText().equals("IN_PROGRESS"));
    assertThat(step(small, "second_opinion").path("state").asText()).isEqualTo("NOT_STARTED");
    for (String number : new String[] {small, large}) {
      desk.complete(step(number, "card_services_review").path("workItemId").asLong(), "agreed", "");
    }
    await("both reviews to be put together")
        .atMost(Duration.ofSeconds(30))
        .until(() -> step(small, "combine").path("state").asText().equals("COMPLETED"));
    assertThat(attribute(small, "summary")).isEqualTo("agreed and agreed");
  }

  @Test
  void aConditionEndsTheStageAndWithdrawsWhatIsOpenInIt() {
    String number = file(10);
    long item = step(number, "back_office_review").path("workItemId").asLong();
    JsonNode seen = desk.look(number);
    String request = "/api/v1/service-requests/" + seen.at("/request/id").asLong();
    JsonNode versions = server.as("lead").get(request).expect(200).json();
    server
        .as("lead")
        .patch(
            request,
            Map.of(
                "attributes", Map.of("withdrawn", true), "version", versions.path("version").asInt(), "caseVersion", versions.path("caseVersion").asInt()))
        .expect(200);
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(closed.path("closeReason").asText()).isEqualTo("withdrawn");
    assertThat(step(number, "back_office_review").path("state").asText()).isEqualTo("DISCONTINUED");
    assertThat(server.as("lead").get("/api/v1/work-items/" + item).expect(200).json().path("state").asText()).isEqualTo("CANCELED");
  }

  /** The flow that is written first in the bundle has the later order. */
  @Test
  void flowsOfOneChangeStartInTheOrderOfTheirTriggers() {
    Bundles.publish(server, "ordered");
    String number = desk.file(Map.of("process", "Ordered", "subject", "Ordered", "requester", "requester"));
    assertThat(attribute(number, "trail")).isEqualTo("begun first second");
  }

  private String file(int amount) {
    return desk.file(
        Map.of("process", "Parallel", "subject", "Parallel", "requester", "requester", "attributes", Map.of("cardId", Desk.newCard(), "amount", amount)));
  }

  private JsonNode step(String number, String name) {
    return Desk.steps(desk.look(number)).stream().filter(step -> step.path("name").asText().equals(name)).findFirst().orElseThrow();
  }

  private String attribute(String number, String name) {
    return Desk.stream(desk.look(number).at("/request/attributes"))
        .filter(attribute -> attribute.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asText();
  }
}
