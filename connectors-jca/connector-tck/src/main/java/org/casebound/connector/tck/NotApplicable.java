package org.casebound.connector.tck;

import org.opentest4j.TestAbortedException;

/** A check has no meaning for this connector, which says so; it lowers no level. */
final class NotApplicable extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  NotApplicable(String reason) {
    super("Not applicable: " + reason);
  }
}
