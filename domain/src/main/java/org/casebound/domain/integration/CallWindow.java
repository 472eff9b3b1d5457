package org.casebound.domain.integration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest calls through a connector, as one node saw them. A business "no" is a success here: the back office answered.
 * Immutable.
 */
public record CallWindow(List<Seen> calls) {
  /** Nothing was called yet. */
  public static final CallWindow EMPTY = new CallWindow(List.of());

  /** One call. */
  public record Seen(Instant at, boolean failed) {}

  public CallWindow {
    calls = List.copyOf(calls);
  }

  /** The window after one more call; what is too old or too much falls out. */
  public CallWindow with(Instant at, boolean failed, CircuitPolicy policy) {
    Instant oldest = at.minus(policy.window());
    List<Seen> kept = new ArrayList<>();
    for (Seen call : calls) {
      if (call.at().isAfter(oldest)) {
        kept.add(call);
      }
    }
    kept.add(new Seen(at, failed));
    return new CallWindow(kept.subList(Math.max(0, kept.size() - CircuitPolicy.MOST_CALLS), kept.size()));
  }

  /** Whether so many failed that no more should be sent. */
  public boolean opens(CircuitPolicy policy) {
    return calls.size() >= policy.minimumCalls() && failures() >= policy.failureRate() * calls.size();
  }

  /** The calls that failed. */
  public long failures() {
    return calls.stream().filter(Seen::failed).count();
  }
}
