package org.casebound.connector.api;

/**
 * What a connector has shown in the test kit, and so what may happen by itself when a call through it fails. The levels
 * are ordered, each promises all that the ones before it promise.
 */
public enum ConformanceLevel {
  /**
   * Nothing is known: the kit was not run, or a check of the contract failed. Even a {@link Failure#TRANSIENT} failure
   * may hide an effect, so no call is repeated by itself; a person decides.
   */
  UNPROVEN,

  /**
   * The connector says what happened: it never repeats a call by itself, calls a failure transient or permanent only
   * where the effect certainly did not happen, and an effect in doubt {@link Failure#UNKNOWN_OUTCOME}. A transient
   * failure may be repeated by itself; a doubt goes to a person.
   */
  HONEST,

  /**
   * The idempotency key reaches the back office with every try, and a back office that honours it gives a repeated call
   * the first answer and no second effect. An unknown outcome may be sent again by itself where the back office is known
   * to honour keys, which the integration definition says, because no connector can know it.
   */
  REPEATABLE,

  /**
   * The connector can ask the back office what became of a key, and never says "not applied" when it does not know. An
   * unknown outcome is settled by asking; a call that was not applied is sent again by itself. A connector may still
   * answer {@link Verification.Unsupported} where it is not configured to ask, which leaves {@link #REPEATABLE}.
   */
  VERIFIABLE;

  /** Whether this level promises what the given one promises. */
  public boolean includes(ConformanceLevel other) {
    return compareTo(other) >= 0;
  }

  /**
   * Whether a call that failed in this way may be repeated by itself, with the same key. For {@link
   * Failure#UNKNOWN_OUTCOME} the integration definition has to allow it too.
   */
  public boolean allowsRepeatAfter(Failure failure) {
    return switch (failure) {
      case TRANSIENT -> includes(HONEST);
      case UNKNOWN_OUTCOME -> includes(REPEATABLE);
      case PERMANENT -> false;
    };
  }
}
