package org.casebound.fulfillment.desk;

/** Rules by which somebody may see a case, in the order in which they are looked at: those that need no further record first. */
public enum SightRule {
  /** A role that sees all cases: lead, process-owner, operator, administrator. */
  ROLE,
  /** He asked for the service. */
  REQUESTER,
  /** He takes work from the home queue of the case. */
  QUEUE,
  /** The case is his to work. */
  OWNER,
  /** He takes work from the queue of a work item of the case, done ones included. */
  WORK_QUEUE,
  /** A work item of the case is or was his. */
  WORK_ASSIGNED,
  /** Somebody has done or does a work item of the case on his behalf. */
  WORK_ON_BEHALF,
  /** He stands in, now, for the one who has a work item of the case. */
  SUBSTITUTE
}
