package org.casebound.connector.base;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The moment after which an effect can not be taken back: the commit, the rename, the last dot. The work passes it once,
 * just before; a caller whose time is up closes it. So a call that took too long is either certainly not applied or
 * honestly in doubt. Thread-safe.
 */
public final class PointOfNoReturn {
  private enum State { AHEAD, PASSED, CLOSED }

  private final AtomicReference<State> state = new AtomicReference<>(State.AHEAD);

  /** The work is about to apply the effect. False when the caller has gone: nothing may be applied. */
  public boolean pass() {
    return state.compareAndSet(State.AHEAD, State.PASSED) || state.get() == State.PASSED;
  }

  /** The caller goes. True when the effect was not and will not be applied, false when it may have been. */
  public boolean close() {
    return state.compareAndSet(State.AHEAD, State.CLOSED) || state.get() == State.CLOSED;
  }

  /** Whether the effect may have been applied. */
  public boolean isPassed() {
    return state.get() == State.PASSED;
  }
}
