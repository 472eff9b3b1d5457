package org.casebound.fulfillment.desk;

import java.time.Duration;
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
 * @param checks what is compared and checked before
 * @param version give it back when completing: a stale one is refused
 * @param assignee who has it; of an offered item the one person it is offered to
 * @param onBehalfOf for whom the assignee works
 * @param dueAt when it must be done; empty when nothing is promised or its clock stands still
 * @param timeLeft what is left of the promised business time while its clock stands still
 * @param mayHandOver whether this caller may reassign it, move it to another queue or change its priority now
 * @param mayClaim whether this caller may claim it now
 * @param mayComplete whether this caller may complete or release it now
 * @param refusal why not, when neither; empty text otherwise
 * @param next what happens after each outcome, by outcome name
 */
public record WorkItemView(
    long id,
    String label,
    String instructions,
    WorkItemState state,
    Priority priority,
    String queue,
    Optional<String> assignee,
    Optional<String> onBehalfOf,
    Optional<Instant> dueAt,
    Optional<Duration> timeLeft,
    List<StepDefinition.Outcome> outcomes,
    List<AttributeDefinition> fields,
    WorkChecks checks,
    Optional<String> outcome,
    Optional<String> comment,
    Map<String, Object> data,
    Instant createdAt,
    Optional<Instant> endedAt,
    int version,
    boolean mayClaim,
    boolean mayComplete,
    boolean mayHandOver,
    String refusal,
    Map<String, List<NextStep>> next,
    CaseView caseView) {}
