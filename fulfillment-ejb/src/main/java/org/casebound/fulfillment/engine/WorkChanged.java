package org.casebound.fulfillment.engine;

/** Work was offered, taken, changed or ended in the transaction that is still open. */
record WorkChanged() {}
