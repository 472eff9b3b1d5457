package org.casebound.domain.flow;

import java.util.Optional;
import java.util.Set;

/**
 * To whom work is offered.
 *
 * @param user the person it is offered to; empty: everybody of the queue
 * @param queue the queue that it belongs to, and falls back to
 * @param priority name of its priority; empty: that of the case
 * @param excluded people who may not work it (separation of duties)
 * @param note why it was offered otherwise than the definition wanted; empty text when it was not
 */
public record WorkOffer(
    Optional<String> user, String queue, Optional<String> priority, Set<String> excluded, String note) {
  public WorkOffer {
    excluded = Set.copyOf(excluded);
  }
}
