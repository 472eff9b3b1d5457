package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a case of the benchmark's scenarios costs the database, request by request, with the benchmark's own bundles. */
@ExtendWith(ServerLogOnFailure.class)
class ScenarioCostIT {
  private static final Path BUNDLES =
      Path.of(System.getProperty("casebound.root", "../..")).resolve("bench/src/main/resources/bundles");
  private static final String WORK = "/api/v1/work-items/";
  private static final int CASES = 20;

  /** An acknowledgement that overtakes the record of the acceptance reads; on a busy machine that takes long. */
  private static final int PARKED_BY_THEN = 3000;

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Desk desk = new Desk(server);
  private final Api agent = server.as("agent");

  /**
   * S2. Filed: case, request, flow, stage, step, item, history. Listed: for whom the agent stands in, and the page. Claimed: the item read, and
   * written with its history. Completed: flow, item, case with request, stages and steps are read and drafts removed, then flow, item, stages, steps
   * and try are written with their history. Closed: what the call's outcome changes, and nothing is read. The case is not part of that: who
   * reads the item with it reads each kind of record once.
   */
  @Test
  void workThatAPersonDoesCostsThirtyThreeStatements() throws SQLException {
    publish("orchestration.yaml");
    Map<String, Object> attributes = Map.of("cardId", Desk.newCard(), "reason", "lost");
    List<String> filed = costs("filing", 7, () -> file("Bench_Approved_Block", attributes));
    Iterator<Long> listed = filed.stream().map(desk::awaitWorkItem).toList().iterator();
    costs("looking at a page", 2, () -> agent.get("/api/v1/work-items?size=20").expect(200));
    List<Long> items = costs("claiming", 3, () -> claim(listed.next()));
    Iterator<Long> read = items.iterator();
    costs("reading one with its case", 10, () -> agent.get(WORK + read.next()).expect(200));
    Iterator<Long> claimed = items.iterator();
    closingCosts("completing, the call, closing", 21, () -> agent.post(WORK + claimed.next() + "/complete", Map.of("outcome", "approved")).expect(200));
  }

  /**
   * S3. Filed: case, request, flow, step, try, history. Accepted: is a reply there already; flow, try, case, step, history. Acknowledged: reply, flow,
   * try, case, request, step, history, and nothing is read.
   */
  @Test
  void aCallThatIsAcknowledgedAtOnceCostsNineteenStatements() throws SQLException {
    publish("acknowledgement.yaml");
    server.bank().put("/faults", Map.of("acknowledgementDelayMillis", PARKED_BY_THEN)).expect(200);
    try {
      closingCosts("all", 19, () -> file("Bench_Move_Customer", Map.of("customerId", Desk.newCustomer(), "city", "Hamburg")));
    } finally {
      server.bank().delete("/faults");
    }
  }

  private Long claim(Long item) {
    agent.with("Prefer", "return=minimal").post(WORK + item + "/claim", "").expect(204);
    return item;
  }

  private String file(String process, Map<String, Object> attributes) {
    return desk.file(Map.of("process", process, "subject", "Counted", "requester", "requester", "attributes", attributes));
  }

  private <T> List<T> costs(String what, int most, Supplier<T> action) throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      List<T> answers = Stream.generate(action).limit(CASES).toList();
      expect(what, most, count);
      return answers;
    }
  }

  /** The same of an action that closes a case, and of all that this leads to. */
  private void closingCosts(String what, int most, Supplier<?> action) throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      long before = count.closedCases();
      for (int i = 0; i < CASES; i++) {
        action.get();
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> count.closedCases() - before >= CASES);
      expect(what, most, count);
    }
  }

  /** Blocks of ids, now and then, come on top. */
  private static void expect(String what, int most, StatementCount count) throws SQLException {
    Map<String, Long> statements = count.statements();
    long total = statements.values().stream().mapToLong(Long::longValue).sum();
    assertThat(total).as("%s: %s", what, StatementCount.listed(statements)).isBetween((most - 2L) * CASES, most * CASES + CASES / 4L);
  }

  private void publish(String bundle) {
    try {
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", Files.readAllBytes(BUNDLES.resolve(bundle))).expect(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
