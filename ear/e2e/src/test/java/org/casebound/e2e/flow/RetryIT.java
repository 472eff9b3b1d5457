package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
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

/** A pause between two tries is a row with a time: as long as the definition or the bank says, whatever happens to the server ({@code KilledServerIT}). */
@ExtendWith(ServerLogOnFailure.class)
class RetryIT {
  @Test
  void waitsAsLongAsTheBankAsksFor() {
    CaseboundServer server = SharedServer.any();
    Desk desk = new Desk(server);
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503, "retryAfterSeconds", 6)).expect(200);
    String number = desk.file(Desk.cardBlock(Desk.newCard()));
    Instant due = desk.awaitNextTry(number, 2);
    List<JsonNode> tries = Desk.attempts(desk.awaitStatus(number, "CLOSED"));
    assertThat(due).isEqualTo(Desk.time(tries.get(0), "endedAt").plusSeconds(6));
    assertThat(Desk.time(tries.get(1), "startedAt")).isAfterOrEqualTo(due);
    desk.replayHistories();
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

  @Test
  void aTryThatCannotBeTakenUpDoesNotHoldUpTheOthers() throws SQLException {
    CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
    Desk desk = new Desk(server);
    try (StatementCount database = StatementCount.begin(server)) {
      server.bank().put("/faults", Map.of("failNext", 2, "status", 503, "retryAfterSeconds", 4)).expect(200);
      String broken = desk.file(Desk.cardBlock(Desk.newCard()));
      desk.awaitNextTry(broken, 2);
      String sound = desk.file(Desk.cardBlock(Desk.newCard()));
      String open = "where ended_at is null and case_id = " + Long.parseLong(broken.substring(2));
      assertThat(database.change("update step_attempt set integration = 'No_' || integration " + open)).isEqualTo(1);
      assertThat(Desk.attempts(desk.awaitStatus(sound, "CLOSED"))).extracting(each -> each.path("outcome").asText()).containsExactly("FAILED", "DONE");
      await("the reason").atMost(Duration.ofSeconds(30)).until(() -> Desk.attempts(desk.look(broken)).get(1).path("message").asText().contains("has no integration No_"));
      assertThat(server.log()).contains("CBD10111");
      assertThat(database.change("update step_attempt set due_at = now(), integration = substr(integration, 4) " + open)).isEqualTo(1);
      desk.awaitStatus(broken, "CLOSED");
    }
    desk.replayHistories();
  }
}
