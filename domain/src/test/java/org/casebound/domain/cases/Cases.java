package org.casebound.domain.cases;

import java.time.Instant;
import org.casebound.domain.shared.Priority;

/** Cases for tests. */
public final class Cases {
  /** When they were filed. */
  public static final Instant FILED = Instant.parse("2026-03-01T12:00:00Z");

  private Cases() {}

  /** A case that was just filed into the queue {@code back_office}. */
  public static Case filed(long id) {
    return new Case(
        id, "Address_Update", 1, "New address", "requester", Priority.MEDIUM, "back_office", FILED);
  }
}
