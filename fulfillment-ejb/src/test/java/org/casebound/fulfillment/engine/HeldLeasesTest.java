package org.casebound.fulfillment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.integration.Definitions;
import org.junit.jupiter.api.Test;

class HeldLeasesTest {
  private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

  private final HeldLeases leases = new HeldLeases();
  private final CallTask task = task(7);

  private static CallTask task(long attempt) {
    return new CallTask(
        attempt, 1, 1, "key", "C-1", Definitions.of(List.of(), List.of(), List.of(), PayloadLog.OFF), Map.of(), false, false);
  }

  @Test
  void aTryIsHeldOnce() {
    assertThat(leases.hold(task)).isTrue();
    assertThat(leases.hold(task)).isFalse();
    leases.letGo(7);
    assertThat(leases.hold(task)).isTrue();
  }

  @Test
  void aCallIsOverdueOnlyAfterItsEndAndNotWhileItIsQueued() {
    leases.hold(task);
    assertThat(leases.overdue(END.plusSeconds(9_999))).isEmpty();
    leases.begin(task, END);
    assertThat(leases.overdue(END)).isEmpty();
    assertThat(leases.overdue(END.plusMillis(1))).containsExactly(task);
  }

  @Test
  void theLeaseOfACallThatWasGivenUpIsNotProlongedButItsThreadStillCounts() {
    leases.hold(task);
    leases.hold(task(8));
    leases.begin(task, END);
    leases.giveUp(7);
    assertThat(leases.overdue(END.plusSeconds(1))).isEmpty();
    assertThat(leases.all()).containsExactly(8L);
    assertThat(leases.size()).isEqualTo(2);
  }
}
