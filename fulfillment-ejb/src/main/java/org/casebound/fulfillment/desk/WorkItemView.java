package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.WorkItemState;

/**
 * A work item with the case it is about.
 *
 * @param outcomes how it may be completed
 * @param fields values that completing it may enter
 * @param version give it back when completing: a stale one is refused
 * @param mayClaim whether this caller may claim it now
 * @param mayComplete whether this caller may complete or release it now
 * @param refusal why not, when neither; empty text otherwise
 * @param nextText what happens after each outcome, by outcome name, in plain words
 */
public record WorkItemView(
    long id,
    String label,
    String instructions,
    WorkItemState state,
    Priority priority,
    String queue,
    Optional<String> assignee,
    List<StepDefinition.Outcome> outcomes,
    List<AttributeDefinition> fields,
    Optional<String> outcome,
    Optional<String> comment,
    Map<String, Object> data,
    Instant createdAt,
    Optional<Instant> endedAt,
    int version,
    boolean mayClaim,
    boolean mayComplete,
    String refusal,
    Map<String, String> nextText,
    CaseView caseView) {}
