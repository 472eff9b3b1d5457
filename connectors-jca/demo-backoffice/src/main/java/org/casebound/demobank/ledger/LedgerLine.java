package org.casebound.demobank.ledger;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One line of the ledger: an effect with what is counted about it. Thread-safe. */
public final class LedgerLine {
  private final Effect effect;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger acknowledgementsSent = new AtomicInteger();
  private final AtomicBoolean acknowledged = new AtomicBoolean();

  LedgerLine(Effect effect) {
    this.effect = effect;
  }

  void countCall() {
    calls.incrementAndGet();
  }

  void countAcknowledgement(boolean sent) {
    if (sent) {
      acknowledgementsSent.incrementAndGet();
    }
    acknowledged.set(true);
  }

  public Effect effect() {
    return effect;
  }

  /** Calls seen with this key, the first one included. */
  public int calls() {
    return calls.get();
  }

  /** Acknowledgements that the receiver confirmed. */
  public int acknowledgementsSent() {
    return acknowledgementsSent.get();
  }

  /** Whether an acknowledgement is still to be sent. */
  public boolean owesAcknowledgement() {
    return effect.acknowledgement().isPresent() && !acknowledged.get();
  }

  /** How the work ended: DONE or REJECTED; empty while it is accepted and not yet acknowledged. */
  public Optional<String> finalStatus() {
    if (!effect.applied()) {
      return Optional.of("REJECTED");
    }
    if (effect.acknowledgement().isEmpty()) {
      return Optional.of("DONE");
    }
    return owesAcknowledgement() ? Optional.empty() : effect.acknowledgement().map(body -> body.getString("status"));
  }
}
