package org.casebound.domain.catalog;

/** What is known about harmful content of a document. */
public enum ScanState {
  /** No scanner was installed when it came. */
  UNSCANNED,
  /** A scanner has yet to look at it; until then nobody gets its bytes. */
  PENDING,
  /** A scanner found nothing. */
  CLEAN,
  /** A scanner found something; nobody ever gets its bytes. */
  INFECTED
}
