package org.casebound.fulfillment.desk;

/** How the promised times of a case ended that ended lately. */
public enum PromiseKept {
  /** All of them in time. */
  KEPT,
  /** One of them too late, or never. */
  BROKEN
}
