package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.casebound.domain.flow.Definitions.after;
import static org.casebound.domain.flow.Definitions.orchestration;
import static org.casebound.domain.flow.Definitions.stage;
import static org.casebound.domain.flow.Definitions.step;
import static org.casebound.domain.flow.Definitions.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.StepDefinition.Separation;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static WorkOffer offer(StepDefinition step) {
    RunningFlow flow = new RunningFlow(orchestration(stage("one", step)));
    return last(flow, flow.on(new FlowEvent.Started()));
  }

  private static WorkOffer last(RunningFlow flow, List<Decision> decisions) {
    assertThat(decisions).isNotEmpty();
    List<Decision.WorkOffered> offers = flow.decisions(Decision.WorkOffered.class);
    return offers.get(offers.size() - 1).offer();
  }

  private static WorkOffer named(String assignee) {
    return offer(work("a", assignee, Separation.NONE, Optional.empty()));
  }

  @Test
  void isForAUserAGroupOrAQueue() {
    assertThat(named("'anna'").user()).contains("anna");
    assertThat(named("'user:anna'").user()).contains("anna");
    assertThat(named("'user:anna'").queue()).isEqualTo("queue");
    assertThat(named("'queue:fast'").queue()).isEqualTo("fast");
    assertThat(named("'group:fast'").queue()).isEqualTo("fast");
    assertThat(named("'group:fast'").user()).isEmpty();
    assertThat(named("'group:fast'").note()).isEmpty();
  }

  @Test
  void fallsBackToTheQueueAndSaysWhy() {
    assertThat(named("''")).isEqualTo(new WorkOffer(Optional.empty(), "queue", Optional.empty(), Set.of(), "The expression for whom to offer it to names nobody."));
    assertThat(named("'robot:x'").note()).contains("robot:x");
    assertThat(named("request.nothing").note()).contains("could not be found out");
    assertThat(named("request.nothing").queue()).isEqualTo("queue");
  }

  @Test
  void hasThePriorityThatItsExpressionNames() {
    assertThat(offer(prioritized("'HIGH'")).priority()).contains("HIGH");
    assertThat(offer(prioritized("'URGENT'")).priority()).isEmpty();
    assertThat(offer(prioritized("'URGENT'")).note()).contains("URGENT");
    assertThat(offer(prioritized("request.nothing")).priority()).isEmpty();
  }

  private static StepDefinition prioritized(String priority) {
    StepDefinition.Interactive plain = (StepDefinition.Interactive) work("a").work();
    return step(
        "a",
        new StepDefinition.Interactive(
            plain.queue(), Optional.empty(), "", plain.outcomes(), List.of(), plain.checks(), Separation.NONE, Optional.empty(), Optional.empty(), Optional.of(priority), false));
  }

  @Test
  void keepsOffWhoeverCompletedTheNamedSteps() {
    StepDefinition second = after(work("b", "'agent'", new Separation(false, List.of("a")), Optional.empty()), "a");
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", work("a"), second)));
    WorkOffer offer = last(flow, flow.finished("a", "approved"));
    assertThat(offer.excluded()).containsExactly("agent");
    assertThat(offer.user()).isEmpty();
    assertThat(offer.note()).contains("separation of duties");
    assertThat(flow.snapshot().step("a").completedBy()).isEqualTo("agent");
    assertThat(flow.snapshot().step("a").facts()).containsEntry("completedBy", "agent").containsEntry("data", Map.of());
  }

  private static RunningFlow quorum() {
    return RunningFlow.started(
        orchestration(
            stage(
                "one",
                work("a", "", Separation.NONE, Optional.of(new StepDefinition.Quorum(2, "approved"))),
                after(work("b", "", new Separation(false, List.of("a")), Optional.empty()), "a"))));
  }

  private static FlowEvent vote(String by, String outcome) {
    return new FlowEvent.WorkFinished("a", by, outcome, "by " + by, Map.of("note", by));
  }

  @Test
  void goesOnToAnotherPersonUntilEnoughAgree() {
    RunningFlow flow = quorum();
    WorkOffer again = last(flow, flow.on(vote("anna", "approved")));
    assertThat(again.excluded()).containsExactly("anna");
    assertThat(flow.step("a")).isEqualTo(StepState.IN_PROGRESS);
    assertThatThrownBy(() -> flow.on(vote("anna", "approved"))).extracting("code").isEqualTo("FLOW-014");
    WorkOffer next = last(flow, flow.on(vote("bert", "approved")));
    assertThat(flow.snapshot().step("a").outcome()).isEqualTo("approved");
    assertThat(flow.snapshot().step("a").comment()).isEqualTo("anna: by anna\nbert: by bert");
    assertThat(flow.snapshot().step("a").facts()).containsEntry("data", Map.of("note", "bert"));
    assertThat(next.excluded()).containsExactlyInAnyOrder("anna", "bert");
  }

  @Test
  void endsAtOnceWhenOneDoesNotAgree() {
    RunningFlow flow = quorum();
    flow.on(vote("anna", "approved"));
    flow.on(vote("bert", "rejected"));
    assertThat(flow.snapshot().step("a").outcome()).isEqualTo("rejected");
    assertThat(flow.snapshot().step("a").comment()).contains("by anna").contains("by bert");
  }

  @Test
  void takesNothingFromAFormThatLooksLikeTheMachinesOwn() {
    RunningFlow flow = RunningFlow.started(orchestration(stage("one", work("a"))));
    flow.on(new FlowEvent.WorkFinished("a", "anna", "approved", "", Map.of("$by", "bert", "x", 1L)));
    assertThat(flow.snapshot().step("a").completedBy()).isEqualTo("anna");
  }
}
