package org.casebound.domain.workitem;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.shared.Priority;
import org.jspecify.annotations.Nullable;

/**
 * How an open work item stands: what a change of it can be taken back to.
 *
 * @param assignee who has it, or the one person it is offered to
 * @param snoozedUntil until when it is put off
 * @param leaseUntil until when it is kept for its assignee
 */
public record Standing(
    WorkItemState state,
    String queue,
    @Nullable String assignee,
    @Nullable String onBehalfOf,
    Priority priority,
    @Nullable Instant snoozedUntil,
    @Nullable Instant leaseUntil)
    implements Serializable {
  /** How it stands now. */
  public static Standing of(WorkItem item) {
    Optional<Hold> hold = item.hold();
    return new Standing(
        item.state(),
        item.queue(),
        item.assignee().orElse(null),
        item.onBehalfOf().orElse(null),
        item.priority(),
        hold.flatMap(Hold::snoozedUntil).orElse(null),
        hold.flatMap(Hold::leaseUntil).orElse(null));
  }

  /** Who has it, and for whom. */
  Stream<String> people() {
    return Stream.of(Optional.ofNullable(assignee), Optional.ofNullable(onBehalfOf)).flatMap(Optional::stream);
  }

  /** What holds it back; null when nothing does. */
  @Nullable Hold hold() {
    if (snoozedUntil != null) {
      return Hold.snoozed(snoozedUntil);
    }
    return leaseUntil == null ? null : Hold.leased(leaseUntil);
  }
}
