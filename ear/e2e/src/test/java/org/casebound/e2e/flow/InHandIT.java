package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While a back office thinks, its flow stays in hand and is not read again. Whatever others change meanwhile is noticed. */
@ExtendWith(ServerLogOnFailure.class)
class InHandIT {
  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Desk desk = new Desk(server);

  @BeforeEach
  void stallTheBank() {
    server.bank().put("/faults", Map.of("stallMillis", 2000)).expect(200);
  }

  @AfterEach
  void healTheBank() {
    server.bank().delete("/faults");
  }

  @Test
  void keepsWhatWasChangedInTheCaseMeanwhile() throws SQLException {
    JsonNode closed = closedAfter("update service_case set subject = 'Card found', version = version + 1 where id = %s");
    assertThat(closed.path("subject").asText()).isEqualTo("Card found");
    doneOnce(closed);
  }

  @Test
  void noticesAnEventThatLeftTheFlowItselfAsItWas() throws SQLException {
    doneOnce(closedAfter("update fulfillment_flow set events = events + 1, version = version + 1 where case_id = %s"));
  }

  @Test
  void doesNotRecordTheAnswerOfATryThatWasTakenOver() throws SQLException {
    // Long enough for the look for due work, once a second, to come before the answer on a busy machine, too.
    server.bank().put("/faults", Map.of("stallMillis", 4000)).expect(200);
    JsonNode closed = closedAfter("update step_attempt set due_at = now() - interval '1 second' where case_id = %s");
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(Desk.attempts(closed)).extracting(attempt -> attempt.path("outcome").asText()).containsExactly("LOST", "DONE");
    assertThat(desk.effectOf(closed).path("calls").asInt()).isLessThanOrEqualTo(2);
    assertThat(closings(closed)).hasSize(1);
    await("the late answer").atMost(Duration.ofSeconds(30)).until(() -> server.log().contains("CBD10103"));
  }

  private JsonNode closedAfter(String change) throws SQLException {
    try (StatementCount database = StatementCount.begin(server)) {
      String number = desk.file(Desk.cardBlock(Desk.newCard()));
      String id = Long.toString(Long.parseLong(number.substring(2)));
      assertThat(database.change(change.formatted(id))).isEqualTo(1);
      return desk.awaitStatus(number, "CLOSED");
    }
  }

  private void doneOnce(JsonNode closed) {
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(Desk.attempts(closed)).singleElement().satisfies(attempt -> assertThat(attempt.path("outcome").asText()).isEqualTo("DONE"));
    assertThat(desk.effectOf(closed).path("calls").asInt()).isEqualTo(1);
    assertThat(closings(closed)).hasSize(1);
  }

  private static List<String> closings(JsonNode closed) {
    return closed.path("history").findValuesAsText("to").stream().filter("CLOSED"::equals).toList();
  }
}
