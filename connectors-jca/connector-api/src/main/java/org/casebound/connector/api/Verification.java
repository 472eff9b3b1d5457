package org.casebound.connector.api;

import java.util.Objects;

/** What a back office says about an effect whose outcome was in doubt: a closed set. */
public sealed interface Verification
    permits Verification.Applied, Verification.NotApplied, Verification.Unsupported, Verification.Unavailable {

  /**
   * The back office has processed the call with this key.
   *
   * @param outcome what it answered then: {@link Outcome.Done}, {@link Outcome.Accepted} or {@link Outcome.Rejected}
   */
  record Applied(Outcome outcome) implements Verification {
    public Applied {
      Objects.requireNonNull(outcome, "outcome");
      if (outcome instanceof Outcome.Failed) {
        throw new IllegalArgumentException("An applied call has a business answer, not a failure.");
      }
    }
  }

  /** The back office does not know the key. The call may be repeated with the same key. */
  record NotApplied() implements Verification {}

  /** The connector or the back office has no way to ask. Only a person can settle the doubt. */
  record Unsupported() implements Verification {}

  /**
   * The back office could not be asked just now; ask again later.
   *
   * @param message the reason in a sentence for a person
   */
  record Unavailable(String message) implements Verification {
    public Unavailable {
      Objects.requireNonNull(message, "message");
    }
  }
}
