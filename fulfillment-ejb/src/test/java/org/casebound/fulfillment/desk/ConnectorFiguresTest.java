package org.casebound.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.casebound.domain.flow.AttemptState;
import org.casebound.fulfillment.persistence.LedgerRepository.Recent;
import org.junit.jupiter.api.Test;

class ConnectorFiguresTest {
  private static final Instant BEGIN = Instant.parse("2026-11-26T08:00:00Z");

  @Test
  void saysNothingWithoutCalls() {
    ConnectorFigures none = ConnectorFigures.of(List.of());
    assertThat(none).isEqualTo(ConnectorFigures.of(List.of(ended(1, AttemptState.WITHDRAWN, 5))));
    assertThat(none.percent()).isEmpty();
    assertThat(none.median()).isEmpty();
    assertThat(none.lastError()).isEmpty();
  }

  @Test
  void aBusinessNoIsAnAnswerAndAFailureIsNot() {
    ConnectorFigures figures =
        ConnectorFigures.of(
            List.of(
                ended(1, AttemptState.DONE, 10),
                ended(2, AttemptState.REJECTED, 20),
                ended(3, AttemptState.FAILED, 30),
                ended(4, AttemptState.UNKNOWN, 40),
                ended(5, AttemptState.LOST, 35)));
    assertThat(figures.calls()).isEqualTo(5);
    assertThat(figures.succeeded()).isEqualTo(2);
    assertThat(figures.percent()).contains(40);
    assertThat(figures.lastError()).hasValueSatisfying(last -> assertThat(last.call()).isEqualTo(4));
  }

  @Test
  void onlyAllAnsweredCallsAreAHundredPercent() {
    List<Recent> tries = new ArrayList<>(IntStream.range(0, 199).mapToObj(i -> ended(i, AttemptState.DONE, 1)).toList());
    tries.add(ended(200, AttemptState.FAILED, 1));
    assertThat(ConnectorFigures.of(tries).percent()).contains(99);
  }

  @Test
  void halfOfTheCallsKeptTheMedianAndNearlyAllTheOther() {
    ConnectorFigures figures =
        ConnectorFigures.of(IntStream.rangeClosed(1, 100).mapToObj(i -> ended(i, AttemptState.DONE, i)).toList());
    assertThat(figures.median()).contains(Duration.ofMillis(50));
    assertThat(figures.p95()).contains(Duration.ofMillis(95));
    ConnectorFigures one = ConnectorFigures.of(List.of(ended(1, AttemptState.DONE, 7)));
    assertThat(one.median()).contains(Duration.ofMillis(7));
    assertThat(one.p95()).contains(Duration.ofMillis(7));
  }

  private static Recent ended(long id, AttemptState state, long millis) {
    return new Recent(id, "core-banking", state, BEGIN, BEGIN.plusMillis(millis), "said so");
  }
}
