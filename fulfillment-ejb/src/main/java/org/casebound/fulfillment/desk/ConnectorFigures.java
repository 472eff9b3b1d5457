package org.casebound.fulfillment.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.flow.AttemptState;
import org.casebound.fulfillment.persistence.LedgerRepository.Recent;

/**
 * How the newest calls through a connector went. A business "no" is a success here: the back office answered. Calls that were
 * withdrawn do not count.
 *
 * @param calls tries that these figures are about, 0 to {@value #MOST}
 * @param succeeded those of them that were answered
 * @param median time from the beginning of a try until its outcome, acknowledgement included, that half of them kept; empty without any
 * @param p95 the same that 95 of 100 kept
 * @param lastError the newest that failed, while it is among them
 */
public record ConnectorFigures(int calls, int succeeded, Optional<Duration> median, Optional<Duration> p95, Optional<LastError> lastError) {
  /** Newest tries that count. */
  static final int MOST = 200;

  private static final Set<AttemptState> ANSWERED = EnumSet.of(AttemptState.DONE, AttemptState.REJECTED);

  /**
   * A try that failed.
   *
   * @param call id of its line of the effect ledger
   */
  public record LastError(long call, Instant at, String message) {}

  /** Share of answered calls in percent, rounded down: only all of them are 100; empty without any. */
  public Optional<Integer> percent() {
    return calls == 0 ? Optional.empty() : Optional.of(100 * succeeded / calls);
  }

  static ConnectorFigures of(List<Recent> tries) {
    List<Recent> counted = tries.stream().filter(each -> each.state() != AttemptState.WITHDRAWN).toList();
    List<Duration> times =
        counted.stream().filter(each -> ANSWERED.contains(each.state())).map(each -> Duration.between(each.startedAt(), each.endedAt())).sorted().toList();
    return new ConnectorFigures(
        counted.size(),
        times.size(),
        percentile(times, 50),
        percentile(times, 95),
        counted.stream()
            .filter(each -> !ANSWERED.contains(each.state()))
            .max(Comparator.comparing(Recent::endedAt))
            .map(each -> new LastError(each.id(), each.endedAt(), each.message())));
  }

  /** The smallest time that so many of a hundred kept. */
  private static Optional<Duration> percentile(List<Duration> sorted, int percent) {
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((percent * sorted.size() + 99) / 100 - 1));
  }
}
