package org.casebound.fulfillment.desk;

import java.util.Optional;
import org.casebound.domain.workitem.WorkItemState;

/**
 * Which work items to list: the most urgent first, then the oldest.
 *
 * @param queue only this queue
 * @param state only this state; without one OFFERED and CLAIMED
 * @param assignee only items claimed by this person
 * @param cursor where the last page ended
 * @param size 1 to 100
 */
public record WorkItemQuery(
    Optional<String> queue,
    Optional<WorkItemState> state,
    Optional<String> assignee,
    Optional<String> cursor,
    int size) {}
