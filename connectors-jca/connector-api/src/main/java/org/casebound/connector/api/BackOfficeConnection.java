package org.casebound.connector.api;

import jakarta.resource.ResourceException;
import java.util.Optional;

/**
 * A handle to one pooled connection. Used by one thread at a time, for a short while, and then closed.
 *
 * <p>A {@link ResourceException} only says that the handle can not be used (it was closed): nothing was sent.
 * Everything about the remote side is an {@link Outcome}; an exception never stands for an outcome.
 */
public interface BackOfficeConnection extends AutoCloseable {

  /**
   * Calls the back office once; a connector never repeats a call by itself.
   *
   * @throws ResourceException when this handle is closed
   */
  Outcome call(Call call) throws ResourceException;

  /**
   * Asks the back office whether it has processed a call with this key. Has no effect there.
   *
   * @throws ResourceException when this handle is closed
   */
  Verification verify(IdempotencyKey key) throws ResourceException;

  /** Whether the back office can be reached now. A closed handle answers {@link Health.State#UNKNOWN}. */
  Health health();

  /**
   * Where messages lie that nobody could take; empty for a connector that has no such place, or was told of none.
   *
   * @throws ResourceException when this handle is closed
   */
  default Optional<DeadLetterBox> deadLetters() throws ResourceException {
    return Optional.empty();
  }

  /** Gives the connection back to the pool. Closing twice does nothing. */
  @Override
  void close();
}
