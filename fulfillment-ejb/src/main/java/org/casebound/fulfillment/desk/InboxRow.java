package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.WorkItemState;

/**
 * One line of the inbox.
 *
 * @param assignee who has it; of an offered item the one person it is offered to
 * @param dueAt when it must be done; empty when nothing is promised or its clock stands still
 * @param paused whether its clock stands still
 * @param reminded whether its due date is so near that a reminder was given
 * @param snoozedUntil until when it is put off
 * @param leaseUntil when it goes back to its queue unless its assignee shows a sign of life
 * @param documents how many documents its case has
 * @param together name of its step when its items may be decided together, see {@link BulkDecisionDesk#nameOf}; empty when they may not
 */
public record InboxRow(
    long id,
    String label,
    WorkItemState state,
    Priority priority,
    String queue,
    Optional<String> assignee,
    Optional<String> onBehalfOf,
    Optional<Instant> dueAt,
    boolean paused,
    boolean reminded,
    Optional<Instant> snoozedUntil,
    Optional<Instant> leaseUntil,
    Instant createdAt,
    Optional<Instant> endedAt,
    String caseNumber,
    String caseSubject,
    String requester,
    String processLabel,
    long documents,
    String together) {}
