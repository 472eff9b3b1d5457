package org.casebound.fulfillment.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class BulkJobTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final BulkJob job = new BulkJob(7, BulkFormat.CSV, "cards.csv", null, "[]", "jane", NOW);

  @Test
  void waitsForItsLinesAndThenForARunner() {
    assertThat(job.state()).isEqualTo(BulkJobState.RECEIVING);
    assertThat(job.process()).isEmpty();
    assertThat(job.needsRunner(NOW.plus(Duration.ofDays(9)), SILENCE)).as("while lines come in").isFalse();
    job.received(250, NOW);
    assertThat(job.state()).isEqualTo(BulkJobState.RUNNING);
    assertThat(job.lines()).isEqualTo(250);
    assertThat(job.starts()).isEqualTo(1);
    assertThat(job.needsRunner(NOW, SILENCE)).isTrue();
  }

  @Test
  void onlyTheNewestRunnerFiles() {
    job.received(250, NOW);
    int first = job.handOver(NOW);
    assertThat(job.isRunBy(first)).isTrue();
    assertThat(job.needsRunner(NOW.plus(SILENCE), SILENCE)).isFalse();
    Instant later = NOW.plus(SILENCE).plusMillis(1);
    assertThat(job.needsRunner(later, SILENCE)).as("after its silence").isTrue();
    int second = job.handOver(later);
    assertThat(job.isRunBy(first)).isFalse();
    assertThat(job.isRunBy(second)).isTrue();
  }

  @Test
  void aResultIsASignOfLifeAndIsCounted() {
    job.received(250, NOW);
    job.handOver(NOW);
    Instant later = NOW.plusSeconds(50);
    job.advance(100, 97, 3, later);
    job.advance(200, 100, 0, later);
    assertThat(job.lastLine()).isEqualTo(200);
    assertThat(job.filed()).isEqualTo(197);
    assertThat(job.refused()).isEqualTo(3);
    assertThat(job.needsRunner(later.plus(SILENCE), SILENCE)).isFalse();
  }

  @Test
  void afterAFailureAWholeChunkIsFiledLineByLine() {
    job.received(250, NOW);
    assertThat(job.chunk()).isEqualTo(100);
    job.fail("The database is full.", NOW);
    assertThat(job.chunk()).isEqualTo(1);
    assertThat(job.message()).isEqualTo("The database is full.");
    assertThat(job.needsRunner(NOW, SILENCE)).as("another runner at once").isTrue();
    for (int line = 1; line < BulkJob.CAREFUL_LINES; line++) {
      job.advance(line, line % 2, 1 - line % 2, NOW);
      assertThat(job.chunk()).as("after line %d", line).isEqualTo(1);
    }
    job.advance(BulkJob.CAREFUL_LINES, 1, 0, NOW);
    assertThat(job.chunk()).isEqualTo(100);
  }

  @Test
  void aLineIsGivenUpWhenItFailedThreeTimesInARow() {
    job.received(250, NOW);
    job.fail("x", NOW);
    job.fail("x", NOW);
    assertThat(job.givesUpLine()).isFalse();
    job.advance(1, 1, 0, NOW);
    job.fail("x", NOW);
    job.fail("x", NOW);
    assertThat(job.givesUpLine()).as("a result in between begins anew").isFalse();
    job.fail("x", NOW);
    assertThat(job.givesUpLine()).isTrue();
  }

  @Test
  void longReasonsAreCut() {
    job.received(1, NOW);
    job.fail("x".repeat(5000), NOW);
    assertThat(job.message()).hasSize(4000);
  }

  @Test
  void aPersonStopsItAndLetsItGoOnWhereItWas() {
    job.received(250, NOW);
    int runner = job.handOver(NOW);
    job.advance(100, 100, 0, NOW);
    job.stop("joe");
    assertThat(job.state()).isEqualTo(BulkJobState.STOPPED);
    assertThat(job.message()).isEqualTo("Stopped by joe.");
    assertThat(job.isRunBy(runner)).isFalse();
    assertThat(job.needsRunner(NOW.plus(Duration.ofDays(2)), SILENCE)).isFalse();
    job.restart(NOW);
    assertThat(job.state()).isEqualTo(BulkJobState.RUNNING);
    assertThat(job.message()).isEmpty();
    assertThat(job.starts()).isEqualTo(2);
    assertThat(job.lastLine()).isEqualTo(100);
    assertThat(job.isRunBy(runner)).as("the runner from before").isFalse();
  }

  @Test
  void aRunnerThatComesToItsEndIsReplaced() {
    job.received(250, NOW);
    int runner = job.handOver(NOW);
    job.pause(NOW);
    assertThat(job.isRunBy(runner)).isFalse();
    assertThat(job.needsRunner(NOW, SILENCE)).isTrue();
  }

  @Test
  void endsOnce() {
    job.received(1, NOW);
    int runner = job.handOver(NOW);
    job.advance(1, 1, 0, NOW);
    job.end(NOW.plusSeconds(1));
    assertThat(job.state()).isEqualTo(BulkJobState.ENDED);
    assertThat(job.endedAt()).hasValue(NOW.plusSeconds(1));
    assertThat(job.isRunBy(runner)).isFalse();
    assertThat(job.needsRunner(NOW.plus(Duration.ofDays(2)), SILENCE)).isFalse();
  }

  @Test
  void whatDoesNotFitItsStateIsRefused() {
    refused("BULK-010", () -> job.stop("joe"));
    refused("BULK-010", () -> job.restart(NOW));
    job.received(1, NOW);
    refused("BULK-010", () -> job.received(1, NOW));
    refused("BULK-010", () -> job.restart(NOW));
    refused("BULK-011", job::requireDeletable);
    job.stop("joe");
    refused("BULK-010", () -> job.stop("joe"));
    assertThatCode(job::requireDeletable).doesNotThrowAnyException();
  }

  private static void refused(String code, ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
