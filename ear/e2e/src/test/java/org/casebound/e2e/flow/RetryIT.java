package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pause between two tries is a row with a time: as long as the definition or the bank says, whatever happens to the server. */
@ExtendWith(ServerLogOnFailure.class)
class RetryIT {
  /** What a busy machine may add to a pause. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  @Test
  void waitsAsLongAsTheBankAsksFor() {
    CaseboundServer server = SharedServer.any();
    Desk desk = new Desk(server);
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503, "retryAfterSeconds", 6)).expect(200);
    String number = desk.file(Desk.cardBlock(Desk.newCard()));
    Instant due = nextTry(desk, number, 2);
    List<JsonNode> tries = Desk.attempts(desk.awaitStatus(number, "CLOSED"));
    assertThat(due).isEqualTo(time(tries.get(0), "endedAt").plusSeconds(6));
    assertThat(time(tries.get(1), "startedAt")).isAfterOrEqualTo(due);
    desk.replayHistories();
  }

  @Test
  void makesTheThirdTryAtItsTimeThoughTheServerWasKilledBeforeIt() {
    try (CaseboundServer server = CaseboundServer.on(Database.H2)) {
      server.start();
      Desk desk = new Desk(server);
      Bundles.publish(server, "patient");
      server.bank().put("/faults", Map.of("failNext", 2, "status", 503)).expect(200);
      String number = desk.file(Desk.patientBlock(Desk.newCard()));
      Instant second = nextTry(desk, number, 2);
      Instant third = nextTry(desk, number, 3);

      server.kill();
      server.start();

      Instant back = Instant.now();
      List<JsonNode> tries = Desk.attempts(desk.awaitStatus(number, "CLOSED"));
      assertThat(tries).extracting(each -> each.path("number").asInt()).containsExactly(1, 2, 3);
      assertThat(tries).extracting(each -> each.path("idempotencyKey").asText()).containsOnly(tries.get(0).path("idempotencyKey").asText());
      assertThat(Duration.between(time(tries.get(0), "endedAt"), second)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
      assertThat(Duration.between(time(tries.get(1), "endedAt"), third)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
      Instant possible = third.isAfter(back) ? third : back;
      assertThat(time(tries.get(2), "startedAt")).isBetween(third, possible.plus(SLACK));
      desk.replayHistories();
    }
  }

  @Test
  void parksACallThatIsAcceptedOnlyAtTheSecondTry() {
    CaseboundServer server = SharedServer.any();
    Desk desk = new Desk(server);
    String number = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    long workItem = desk.awaitWorkItem(number);
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503)).expect(200);
    desk.complete(workItem, "approved", "");
    List<JsonNode> tries = Desk.attempts(desk.awaitStatus(number, "CLOSED"));
    assertThat(tries).extracting(each -> each.path("outcome").asText()).containsExactly("FAILED", "DONE");
    desk.replayHistories();
  }

  /** When the try with this number is due, as soon as it is planned. */
  private static Instant nextTry(Desk desk, String caseNumber, int number) {
    JsonNode step =
        await("try " + number + " to be planned")
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(50))
            .until(
                () -> Desk.steps(desk.look(caseNumber)).get(0),
                seen -> seen.path("state").asText().equals("READY") && seen.path("attempts").size() == number);
    return time(step, "dueAt");
  }

  private static Instant time(JsonNode record, String member) {
    return Instant.parse(record.path(member).asText());
  }
}
