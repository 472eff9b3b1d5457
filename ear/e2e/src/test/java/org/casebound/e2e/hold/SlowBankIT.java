package org.casebound.e2e.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.flow.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Steps wait on a slow bank while the database has a pool of ten: none of them holds a connection. The long form has 200 steps
 * and a bank that takes 30 s ({@code -Dcasebound.hold.slow.cases}, {@code -Dcasebound.hold.slow.seconds}).
 */
@ExtendWith(ServerLogOnFailure.class)
class SlowBankIT {
  private static final int CASES = Form.choose("slow.cases", 100, 200);
  private static final int SECONDS = Form.choose("slow.seconds", 4, 30);
  private static final Duration PROMPT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60L + 5L * SECONDS);
  private static final String CLOSED =
      "select count(*) from service_case where process_name = 'Patient_Block' and status = 'CLOSED' and resolution = 'FULFILLED'";

  private final SmallServer small = SmallServer.shared();
  private final CaseboundServer server = small.server();

  @Test
  void stepsThatWaitHoldNoDatabaseConnection() {
    small.importBundle("patient.yaml");
    small.bank().takeTime(Duration.ofSeconds(SECONDS));
    long before = small.count(CLOSED);
    int blocked = small.bank().blocked().size();
    small.file(CASES, number -> Desk.patientBlock(Desk.newCard()));
    int together = Math.min(CASES, SmallServer.CALLS_AT_A_TIME);
    await("calls to wait").atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> small.bank().underway() == together);

    List<Integer> inUse = new ArrayList<>();
    List<Duration> answers = new ArrayList<>();
    while (small.bank().underway() == together) {
      inUse.add(small.databasePool("InUseCount"));
      answers.add(timeOf("/api/v1/work-items?size=20"));
      answers.add(timeOf("/api/v1/cases?size=20"));
    }
    Collections.sort(inUse);
    assertThat(inUse).as("looks at the pool while %s calls wait", together).hasSizeGreaterThan(5);
    assertThat(inUse.get(inUse.size() / 2)).as("database connections in use, of %s", inUse).isZero();
    assertThat(answers).allSatisfy(answer -> assertThat(answer).isLessThan(PROMPT));

    await("all cases to be closed").atMost(PATIENCE).until(() -> small.count(CLOSED) - before == CASES);
    List<String> keys = small.bank().blocked().stream().skip(blocked).toList();
    assertThat(keys).hasSize(CASES);
    assertThat(new HashSet<>(keys)).hasSize(CASES);
    Form.note("%d steps on a bank that takes %d s, %d at a time: connections in use %s, longest answer %s"
        .formatted(CASES, SECONDS, together, inUse, Collections.max(answers)));
    assertThat(small.connectorPool("CardSystem", "MaxUsedCount")).as("connections to the bank").isBetween(together, SmallServer.CALLS_AT_A_TIME);
    assertThat(small.databasePool("TimedOut")).isZero();
    assertThat(small.databasePool("MaxUsedCount")).isLessThanOrEqualTo(SmallServer.DATABASE_CONNECTIONS);
  }

  private Duration timeOf(String path) {
    long begin = System.nanoTime();
    server.as("agent").get(path).expect(200);
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
