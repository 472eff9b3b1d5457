package org.casebound.domain.flow;

/** Where one try of a call stands. */
public enum AttemptState {
  /** Waits for its time. */
  PLANNED,
  /** A node is calling, or was when it died. */
  RUNNING,
  /** The back office accepted the call and will acknowledge. */
  ACCEPTED,
  /** Done. */
  DONE,
  /** The back office said no. */
  REJECTED,
  /** Failed without effect. */
  FAILED,
  /** It is not known whether the effect happened. */
  UNKNOWN,
  /** The node that ran it fell silent; another try has taken over. Counts as a try. */
  LOST
}
