package org.casebound.connector.api;

/** Why a call has no business answer, and so what the caller may do next. */
public enum Failure {
  /** The effect was certainly not applied, and the same call may succeed later. The caller may repeat it. */
  TRANSIENT,

  /** The effect was certainly not applied, and repeating the same call will not help. A person must act. */
  PERMANENT,

  /**
   * The effect may or may not have been applied: the request left, and no conclusive answer came back. The caller
   * must not take this for "not done". It verifies by key or asks a person; it repeats the call only where the back
   * office is known to dedupe by key.
   */
  UNKNOWN_OUTCOME
}
