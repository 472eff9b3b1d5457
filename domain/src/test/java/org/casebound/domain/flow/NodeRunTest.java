package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeRunTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Instant BEGIN = Instant.parse("2026-11-26T08:00:00Z");

  @Test
  void livesForOneLeaseAfterItsLastSign() {
    NodeRun run = new NodeRun("node/1", BEGIN);
    assertThat(run.lives(LEASE, BEGIN.plus(LEASE))).isTrue();
    assertThat(run.lives(LEASE, BEGIN.plus(LEASE).plusMillis(1))).isFalse();
  }
}
