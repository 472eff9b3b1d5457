package org.casebound.connector.base;

import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;

/**
 * What a back office said, and whether its connection can be trusted for the next call.
 *
 * @param value the answer
 * @param broken true when the connection has to leave the pool
 */
public record Reply<T>(T value, boolean broken) {

  /** An answer over a connection that is still good. */
  public static <T> Reply<T> of(T value) {
    return new Reply<>(value, false);
  }

  /** An answer that says that the connection broke. */
  public static <T> Reply<T> broken(T value) {
    return new Reply<>(value, true);
  }

  /** A failure over a connection that is still good. */
  public static Reply<Outcome> failed(Failure kind, String code, String message) {
    return of(failure(kind, code, message));
  }

  /** A failure because the connection broke. */
  public static Reply<Outcome> brokenBy(Failure kind, String code, String message) {
    return broken(failure(kind, code, message));
  }

  private static Outcome failure(Failure kind, String code, String message) {
    return new Outcome.Failed(kind, code, message, Optional.empty());
  }
}
