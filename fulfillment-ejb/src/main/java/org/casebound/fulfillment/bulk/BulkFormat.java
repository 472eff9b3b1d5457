package org.casebound.fulfillment.bulk;

/** How the lines of a file are written, in UTF-8. */
public enum BulkFormat {
  /** RFC 4180 with a header: {@code process}, {@code subject} and {@code requester}, and an attribute by each other name. */
  CSV,
  /** One JSON object on each line: {@code process}, {@code subject}, {@code requester}, {@code attributes}. */
  JSON_LINES
}
