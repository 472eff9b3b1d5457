package org.casebound.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.NextStep;
import org.casebound.fulfillment.desk.WorkChecks;
import org.casebound.fulfillment.desk.WorkItemView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A work item with the case it is about. */
@Schema(name = "WorkItem", requiredProperties = {"id", "label", "state", "priority", "queue", "version", "case"})
public record WorkItemBody(
    long id,
    String label,
    String instructions,
    WorkItemState state,
    Priority priority,
    String queue,
    @Schema(description = "Who has it; of an offered item the one person it is offered to.") Optional<String> assignee,
    @Schema(description = "For whom the assignee works.") Optional<String> onBehalfOf,
    @Schema(description = "When it must be done; absent when nothing is promised or its clock stands still.") Optional<Instant> dueAt,
    @Schema(description = "What is left of the promised business time while its clock stands still.", examples = "PT2H30M")
        Optional<String> timeLeft,
    @Schema(description = "How it may be completed.") List<StepDefinition.Outcome> outcomes,
    @Schema(description = "Values that completing it may enter.") List<AttributeBody> fields,
    @Schema(description = "What is compared and checked before it is completed.") WorkChecks checks,
    Optional<String> outcome,
    Optional<String> comment,
    Map<String, Object> data,
    Instant createdAt,
    Optional<Instant> endedAt,
    @Schema(description = "Give it back when completing: a stale one is refused.") int version,
    boolean mayClaim,
    boolean mayComplete,
    @Schema(description = "Whether the caller may reassign it, move it to another queue or change its priority.") boolean mayHandOver,
    @Schema(description = "Why the caller may do neither; empty otherwise.") String refusal,
    @Schema(description = "What happens after each outcome, by its name.") Map<String, String> nextText,
    @JsonProperty("case") @Schema(name = "case") CaseView about) {

  static WorkItemBody of(WorkItemView item) {
    return new WorkItemBody(
        item.id(),
        item.label(),
        item.instructions(),
        item.state(),
        item.priority(),
        item.queue(),
        item.assignee(),
        item.onBehalfOf(),
        item.dueAt(),
        item.timeLeft().map(Duration::toString),
        item.outcomes(),
        item.fields().stream().map(AttributeBody::of).toList(),
        item.checks(),
        item.outcome(),
        item.comment(),
        item.data(),
        item.createdAt(),
        item.endedAt(),
        item.version(),
        item.mayClaim(),
        item.mayComplete(),
        item.mayHandOver(),
        item.refusal(),
        sentences(item),
        item.caseView());
  }

  private static Map<String, String> sentences(WorkItemView item) {
    Map<String, String> sentences = new LinkedHashMap<>();
    item.next().forEach((outcome, steps) -> sentences.put(outcome, steps.stream().map(NextStep::sentence).collect(Collectors.joining(" "))));
    return sentences;
  }
}
