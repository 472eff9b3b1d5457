package org.casebound.fulfillment.system;

/** How well something is: the later, the worse. */
public enum Grade {
  /** Nothing to do. */
  GOOD,
  /** Works, but somebody should look at it. */
  ATTENTION,
  /** Does not work. */
  BAD
}
