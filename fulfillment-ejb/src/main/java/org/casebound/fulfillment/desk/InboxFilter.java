package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Priority;

/**
 * What the inbox is narrowed down to; an empty part narrows nothing.
 *
 * @param step label of the step
 * @param assignee who has it; empty text: nobody
 * @param words beginnings of words of the case's subject or requester
 * @param dueBefore only what is due before
 * @param doneSince only what was completed since
 * @param age only what was offered so long ago
 */
public record InboxFilter(
    Optional<String> queue,
    Optional<String> process,
    Optional<String> step,
    Optional<Priority> priority,
    Optional<String> assignee,
    Optional<String> requester,
    Optional<String> words,
    Optional<Instant> dueBefore,
    Optional<Instant> doneSince,
    Optional<AgeBand> age) {
  /** Everything. */
  public static final InboxFilter NONE =
      new InboxFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
