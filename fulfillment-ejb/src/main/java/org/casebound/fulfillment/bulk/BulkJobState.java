package org.casebound.fulfillment.bulk;

/** Where the job of a file is. */
public enum BulkJobState {
  /** Its lines still come in. One that stays here lost its connection or its server; delete it and send the file again. */
  RECEIVING,
  /** Its lines are filed, here or on another node. */
  RUNNING,
  /** A person stopped it; it goes on where it was when it is restarted. */
  STOPPED,
  /** Every line has its result. */
  ENDED
}
