package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a case costs the database. The bounds are the design's, not what was measured some day. */
@ExtendWith(ServerLogOnFailure.class)
class CostIT {
  private static final int CASES = 50;

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Desk desk = new Desk(server);

  @BeforeEach
  void warmUp() {
    desk.awaitStatus(desk.file(Desk.cardBlock(Desk.newCard())), "CLOSED");
  }

  /** Six writes when it is filed, six when it is closed, and now and then a block of ids. Nothing is read. */
  @Test
  void aStraightThroughCaseCostsTwelveStatements() throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      long before = count.closedCases();
      List<String> filed = IntStream.range(0, CASES).mapToObj(i -> desk.file(Desk.cardBlock(Desk.newCard()))).toList();
      await().atMost(Duration.ofSeconds(60)).until(() -> count.closedCases() - before == filed.size());
      long walBytes = count.walBytes();
      Map<String, Long> statements = count.statements();
      long total = statements.values().stream().mapToLong(Long::longValue).sum();
      assertThat(total).as(StatementCount.listed(statements)).isBetween(10L * CASES, 12L * CASES + CASES / 4);
      assertThat(statements.keySet().stream().filter(sql -> sql.startsWith("select")).filter(sql -> !sql.contains("nextval"))).isEmpty();
      assertThat(walBytes / CASES).isBetween(500L, 8_000L);
      assertThat(count.historyRowsOfTheLastCase()).as("rows of history, one for each of two transactions").isEqualTo(2);
      assertThat(desk.look(filed.get(CASES - 1)).path("history")).as("changes of state").hasSize(7);
    }
  }

  /** The driver sends the rows of a table together, a power of two in each statement. The history is left out: closing writes some already. */
  @Test
  void aHundredRequestsFiledTogetherStartAHundredFlowsInFewStatements() throws SQLException {
    List<Map<String, Object>> requests =
        IntStream.range(0, 100).mapToObj(i -> Desk.cardBlock(Desk.newCard())).toList();
    long total;
    try (StatementCount count = StatementCount.begin(server)) {
      long before = count.closedCases();
      JsonNode filed = server.as("agent").post("/api/v1/service-requests/batch", Map.of("requests", requests)).expect(201).json();
      assertThat(filed).hasSize(100);
      Map<String, Long> filing = count.inserts("service_case", "service_catalog_request", "fulfillment_flow", "flow_step", "step_attempt");
      total = filing.values().stream().mapToLong(Long::longValue).sum();
      assertThat(total).as(StatementCount.listed(filing)).isBetween(5L, 40L);
      await().atMost(Duration.ofSeconds(60)).until(() -> count.closedCases() - before == 100);
    }
    JsonNode seen = desk.look(desk.file(Desk.cardBlock(Desk.newCard())));
    assertThat(seen.path("flows")).hasSize(1);
  }

  @Test
  void ofRequestsFiledTogetherAllAreRefusedWithOne() throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      long before = count.cases();
      Map<String, Object> bad = Map.of("process", "Block_Credit_Card", "subject", "No card", "attributes", Map.of("reason", "lost"));
      String problem =
          server
              .as("agent")
              .post("/api/v1/service-requests/batch", Map.of("requests", List.of(Desk.cardBlock(Desk.newCard()), bad)))
              .expect(422)
              .body();
      assertThat(problem).contains("/requests/1/attributes/cardId");
      assertThat(count.cases()).isEqualTo(before);
    }
  }
}
