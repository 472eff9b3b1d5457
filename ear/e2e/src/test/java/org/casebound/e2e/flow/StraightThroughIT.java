package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Block a credit card": read the case, call the bank, close the case. */
@OnEachDatabase
class StraightThroughIT {
  private final CaseboundServer server;
  private final Desk desk;

  StraightThroughIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @AfterEach
  void replayHistories() {
    desk.replayHistories();
  }

  @AfterEach
  void healTheBank() {
    server.bank().delete("/faults");
  }

  @Test
  void blocksTheCardAndClosesTheCase() {
    String card = Desk.newCard();
    JsonNode closed = desk.awaitStatus(desk.file(Desk.cardBlock(card)), "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(Desk.steps(closed)).singleElement().satisfies(step -> assertThat(step.path("state").asText()).isEqualTo("COMPLETED"));
    assertThat(server.bank().get("/cards/" + card).expect(200).json().path("status").asText()).isEqualTo("BLOCKED");
    assertThat(desk.effectOf(closed).path("calls").asInt()).isEqualTo(1);
    assertThat(closed.path("request").path("attributes").findValuesAsText("name")).contains("blockReference");
    assertThat(closed.path("history").findValuesAsText("to")).contains("NEW", "IN_PROGRESS", "COMPLETED", "CLOSED");
  }

  @Test
  void rejectsTheCaseWithTheBanksReasonWhenTheBankRefuses() {
    JsonNode closed = desk.awaitStatus(desk.file(Desk.cardBlock("4929123412340000")), "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(closed.path("closeReason").asText()).isNotBlank();
  }

  @Test
  void triesAgainUnderTheSameKeyWhileTheBankIsDown() {
    server.bank().put("/faults", Map.of("failNext", 2, "status", 503)).expect(200);
    JsonNode closed = desk.awaitStatus(desk.file(Desk.cardBlock(Desk.newCard())), "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(Desk.attempts(closed)).hasSize(3);
    assertThat(Desk.attempts(closed).stream().map(a -> a.path("idempotencyKey").asText()).distinct()).hasSize(1);
  }

  @Test
  void asksTheBankWhatHappenedWhenItsAnswerIsLostAndNeverAppliesTheEffectTwice() {
    server.bank().put("/faults", Map.of("dropAnswer", 1)).expect(200);
    JsonNode closed = desk.awaitStatus(desk.file(Desk.cardBlock(Desk.newCard())), "CLOSED");
    assertThat(closed.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(desk.effectOf(closed).path("calls").asInt()).isEqualTo(1);
  }

  /**
   * The statistics count the poller's looks, too: two transactions about each second, and more often after the tests before. A third commit per
   * case would show as 50 more. On a busy machine the looks may be as many: one round that is quick enough shows the cost.
   */
  @Test
  void costsTwoCommits() {
    await().atMost(Duration.ofMinutes(3)).pollDelay(Duration.ZERO).untilAsserted(this::fiftyCasesCostTwoCommitsEach);
  }

  private void fiftyCasesCostTwoCommitsEach() {
    int cases = 50;
    Instant begin = Instant.now();
    long before = server.committedTransactions();
    List<String> numbers =
        IntStream.range(0, cases).mapToObj(i -> desk.file(Desk.cardBlock(Desk.newCard()))).toList();
    await().atMost(Duration.ofSeconds(30)).until(() -> server.committedTransactions() - before >= 2L * cases);
    long looksForDueWork = 20 + 4 * Duration.between(begin, Instant.now()).toSeconds();
    assertThat(server.committedTransactions() - before).isLessThan(2L * cases + Math.min(looksForDueWork, cases));
    assertThat(numbers).allSatisfy(number -> desk.awaitStatus(number, "CLOSED"));
  }
}
