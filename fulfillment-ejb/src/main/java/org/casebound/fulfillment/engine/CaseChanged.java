package org.casebound.fulfillment.engine;

/** Something of a case that somebody looks at was changed in the transaction that is still open. */
record CaseChanged(long caseId) {}
