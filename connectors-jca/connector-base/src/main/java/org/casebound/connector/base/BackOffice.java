package org.casebound.connector.base;

import java.util.Optional;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.DeadLetterBox;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;

/**
 * One way to a back office, as somebody; belongs to one place in the pool. It connects when it is first asked. Its
 * methods run on the container's work threads, outside of any transaction of the caller. After a time-out a new request
 * may come while the old one has not ended.
 */
public interface BackOffice extends AutoCloseable {

  /**
   * Calls once; never repeats.
   *
   * @param point to be passed just before the effect is applied
   */
  Reply<Outcome> call(Call call, PointOfNoReturn point);

  /** Asks what became of a call; has no effect. */
  Reply<Verification> verify(IdempotencyKey key);

  /** Asks whether the back office works. */
  Reply<Health> health();

  /** Where messages lie that nobody could take; empty when there is no such place. */
  default Optional<DeadLetterBox> deadLetters() {
    return Optional.empty();
  }

  /** Gives up what is held, also while a request runs. Never throws. */
  @Override
  void close();
}
