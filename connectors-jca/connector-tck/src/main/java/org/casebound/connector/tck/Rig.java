package org.casebound.connector.tck;

import jakarta.resource.spi.ManagedConnectionFactory;
import java.time.Duration;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;

/**
 * A connector together with a back office that can be told to misbehave and that recognises repeated calls by their
 * key. A new one is made for each test.
 */
public interface Rig extends AutoCloseable {

  /** A newly made factory that is configured to reach the back office; each call gives another, equal one. */
  ManagedConnectionFactory factory();

  /** A factory of the same kind that is configured to reach an address where nothing listens. */
  ManagedConnectionFactory factoryToNowhere();

  /** A call that the back office carries out. */
  Call call(IdempotencyKey key, Duration timeout);

  /** A call that the back office refuses for a business reason. */
  Call refusedCall(IdempotencyKey key);

  /** From now on the back office applies the effect at once and answers only after this time. */
  void answerLate(Duration delay);

  /** From now on the back office applies the effect and breaks the connection without an answer. */
  void breakAfterEffect();

  /** From now on the back office says that it can not work just now, before it does anything. */
  void beBusy();

  /** From now on the back office behaves. */
  void behave();

  /** How often the back office applied the effect with this key. */
  int effects(IdempotencyKey key);

  /** Whether the back office can be asked what became of a call. */
  default boolean canVerify() {
    return true;
  }

  @Override
  void close();
}
