package org.casebound.fulfillment.desk;

/** The views of the inbox that everybody has. What is put off is in none of them but {@link #WAITING}. */
public enum InboxView {
  /** Open work that the caller has, is offered alone, or may do for an absent person. */
  MINE,
  /** Open work of the caller's queues, whoever has it. */
  QUEUES,
  /** Work of the caller's queues that nobody has. */
  FREE,
  /** Open work that is late or due within the hour. */
  BREACHING,
  /** Open work that is put off, or whose clock stands still. */
  WAITING,
  /** Open work that nobody has and nobody can take: of a queue that no active process has. */
  STRANDED,
  /** Work that the caller has completed, the latest first. */
  DONE
}
