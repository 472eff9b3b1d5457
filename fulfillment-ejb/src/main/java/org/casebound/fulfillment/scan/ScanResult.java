package org.casebound.fulfillment.scan;

/** What came of looking at a document. */
public sealed interface ScanResult {

  /** Nothing harmful was found. */
  record Clean() implements ScanResult {}

  /**
   * Something harmful was found; the document is never given away.
   *
   * @param name what the scanner calls it, e.g. {@code Win.Test.EICAR_HDB-1}
   */
  record Infected(String name) implements ScanResult {}

  /**
   * Nobody could look; the document waits and comes again.
   *
   * @param reason why, for operators
   */
  record NotScanned(String reason) implements ScanResult {}
}
