package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    }
  }
}
