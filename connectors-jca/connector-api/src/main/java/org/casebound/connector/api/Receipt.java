package org.casebound.connector.api;

/** What the receiver did with an {@link Acknowledgement}. It was stored and committed in every case but {@link #UNKNOWN}. */
public enum Receipt {
  /** It belongs to a waiting step, which goes on. */
  MATCHED,
  /** It came before the step waits for it; it is kept and will be matched. */
  WAITING,
  /** A message with the same id was received before; the first one counts. */
  DUPLICATE,
  /** Nothing here can ever match it. It is listed for a person. */
  UNKNOWN
}
