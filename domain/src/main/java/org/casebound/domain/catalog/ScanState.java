package org.casebound.domain.catalog;

/** What is known about harmful content of a document. */
public enum ScanState {
  /** No scanner is installed. */
  UNSCANNED,
  PENDING,
  CLEAN,
  INFECTED
}
