package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.WorkItemState;

/** One line of the inbox. */
public record WorkItemSummary(
    long id,
    String label,
    WorkItemState state,
    Priority priority,
    String queue,
    Optional<String> assignee,
    String caseNumber,
    String caseSubject,
    String processLabel,
    String requester,
    Instant createdAt) {}
