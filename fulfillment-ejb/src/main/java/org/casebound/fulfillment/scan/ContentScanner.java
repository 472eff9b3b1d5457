package org.casebound.fulfillment.scan;

/**
 * Looks for harmful content in a document: a CDI bean that the setting {@code casebound.scanner} names by its {@code @Named} name. Several
 * threads call it at the same time, none of them in a transaction.
 */
public interface ContentScanner {
  /**
   * Looks at a document. Comes back within {@code casebound.scanner.timeout}: an answer that comes half a minute later than that is not
   * applied, because the document may have been given to another node.
   *
   * @param content the whole document; not to be changed
   * @return what was found; {@link ScanResult.NotScanned} when that could not be found out, and the document comes again. An exception counts
   *     as that, too: a document is never taken for clean because nobody could look
   */
  ScanResult scan(byte[] content);
}
