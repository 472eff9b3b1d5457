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
 */
public record WorkItemSummary(
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
    String caseNumber,
    String caseSubject,
    String processLabel,
    String requester,
    Instant createdAt) {}
