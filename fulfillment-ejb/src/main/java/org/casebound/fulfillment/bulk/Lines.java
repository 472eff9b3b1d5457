package org.casebound.fulfillment.bulk;

import java.io.IOException;
import java.util.Optional;

/** Takes a file apart into its lines, never more than one in memory. Not thread-safe. */
interface Lines {
  /** Longest line of a request, in characters. */
  int LONGEST = 100_000;

  /**
   * A request of the file.
   *
   * @param number where it begins in the file, from 1
   * @param content as {@link BulkLine} keeps it
   */
  record Line(int number, String content) {}

  /** The header as JSON; empty for a format without one. */
  String header();

  /**
   * The next request; empty at the end.
   *
   * @throws org.casebound.fulfillment.intake.RequestRefused BULK-002 when the file can not be taken apart any further
   */
  Optional<Line> next() throws IOException;
}
