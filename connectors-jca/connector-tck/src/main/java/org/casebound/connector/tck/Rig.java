package org.casebound.connector.tck;

import jakarta.resource.spi.ManagedConnectionFactory;
import java.time.Duration;
import java.util.Optional;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.opentest4j.TestAbortedException;

/**
 * A connector together with a back office that can be told to misbehave and that recognises repeated calls by their
 * key. A new one is made for each test. What has a default need not be there: its check is then not shown, and the
 * connector stays below the level that needs it.
 */
public interface Rig extends AutoCloseable {
  /** A password that the back office does not know, and that nothing may tell. */
  String WRONG_PASSWORD = "wrong-c0ntract-pa55";

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

  /** From now on a request waits for this time before the back office hears of it. */
  default void holdRequests(Duration time) {
    throw notShown("let requests wait");
  }

  /**
   * Every connection that nobody uses is cut on the side of the back office, without a word.
   *
   * @return false when there are no connections that could be cut, as with a folder
   */
  default boolean cutIdleConnections() {
    throw notShown("cut connections");
  }

  /**
   * From now on the back office speaks a form that the connector does not know. It applies the effect and answers in that
   * form; where there is no such answer, it does not understand the call.
   *
   * @return false when neither side speaks in any form, as with a folder that takes every file
   */
  default boolean changeSchema() {
    throw notShown("change what it speaks");
  }

  /**
   * A factory that signs on with {@link #WRONG_PASSWORD}; empty when nobody signs on to this back office.
   *
   * @throws TestAbortedException when the rig has no such factory: the check is not shown
   */
  default Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
    throw notShown("refuse credentials");
  }

  private static TestAbortedException notShown(String what) {
    return new TestAbortedException("This rig's back office can not be told to " + what + ", so the check is not shown.");
  }

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
