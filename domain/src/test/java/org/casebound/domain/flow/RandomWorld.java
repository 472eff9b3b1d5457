package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;

/**
 * People and back offices that answer a flow in random order, as the engine would pass it on: also late, twice, while it is
 * suspended, and with people who cancel, skip and correct. It keeps its own books of what every step waits for, made from the
 * decisions alone; after every event the rules of {@link WorldRules} must hold.
 */
final class RandomWorld {
  private final FlowMachine machine;
  private final Choices choices;
  private final WorldRules rules;
  private final Map<String, Decision> waitingFor = new TreeMap<>();
  private final List<FlowEvent> events = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final FlowSnapshot first;
  private FlowSnapshot snapshot;
  private int refused;

  RandomWorld(FlowMachine machine, Choices choices) {
    this(machine, choices, Values.EMPTY);
  }

  private RandomWorld(FlowMachine machine, Choices choices, Values variables) {
    this.machine = machine;
    this.choices = choices;
    this.rules = new WorldRules(machine);
    this.first =
        FlowSnapshot.fresh(
                new Values(Map.of("status", "NEW", "subject", "Any", "priority", "LOW", "requester", "rita")),
                new Values(Map.of("cardId", "4711")))
            .withVariables(variables.asMap());
    this.snapshot = first;
  }

  void run(int turns) {
    deliver(new FlowEvent.Started());
    for (int i = 0; i < turns && !ended(); i++) {
      deliver(nextEvent());
      if (choices.once(4)) {
        deliver(events.get(choices.next(events.size())));
      }
    }
  }

  /** The same events, given to the machine again, lead to the same decisions; and the decisions alone to the same flow. */
  void requireSameAgain() {
    RandomWorld again = new RandomWorld(machine, new Choices(List.of()), first.variables());
    events.forEach(again::deliver);
    assertThat(again.decisions).isEqualTo(decisions);
    FlowSnapshot replayed = first;
    for (Decision decision : decisions) {
      replayed = decision.appliedTo(replayed);
    }
    assertThat(replayed).isEqualTo(snapshot).isEqualTo(again.snapshot);
  }

  /** Moving a running flow to the definition that it has changes nothing. */
  void requireUnchangedByMigrationToTheSame() {
    if (!ended()) {
      FlowMigration.Result result = new FlowMigration(machine, machine, new MigrationPlan(Map.of(), Map.of())).of(snapshot);
      assertThat(result.problems()).isEmpty();
      assertThat(result.stage()).isEqualTo(snapshot.stage());
      result
          .steps()
          .forEach((name, moved) -> assertThat(moved.position()).isEqualTo(snapshot.step(name).position()));
    }
  }

  /** A canceled flow is undone by another, which obeys the same rules. */
  Optional<RandomWorld> undoing() {
    return decisions.stream()
        .filter(Decision.FlowCanceled.class::isInstance)
        .map(Decision.FlowCanceled.class::cast)
        .filter(canceled -> !canceled.undo().isEmpty())
        .findFirst()
        .map(
            canceled -> {
              Values variables = machine.undoVariables(snapshot);
              FlowMachine undoing = machine.undoing(variables);
              assertThat(undoing.definition().stages().get(0).steps()).hasSameSizeAs(canceled.undo());
              return new RandomWorld(undoing, choices, variables);
            });
  }

  boolean ended() {
    return FlowState.TABLE.isFinal(snapshot.state());
  }

  String end() {
    return snapshot.state() + (refused > 0 ? " after refusals" : "");
  }

  private FlowEvent nextEvent() {
    if (snapshot.state() == FlowState.SUSPENDED && choices.once(2)) {
      return new FlowEvent.Resumed();
    }
    return switch (choices.next(20)) {
      case 1 -> new FlowEvent.Suspended("holiday");
      case 2 -> new FlowEvent.Rechecked();
      case 3 -> new FlowEvent.DataCorrected(Map.of("n", 7L), Map.of(RandomDefinitions.LATER, "here"));
      case 4 -> choices.once(4) ? new FlowEvent.Canceled("no more") : new FlowEvent.Rechecked();
      case 5 -> new FlowEvent.EventArrived("paid", Map.of("sum", 5L));
      case 6 -> new FlowEvent.FlowRetried();
      case 7 ->
          snapshot.entries().isEmpty() || !choices.once(4)
              ? new FlowEvent.Rechecked()
              : new FlowEvent.SentBack(choices.of(List.copyOf(snapshot.entries().keySet())), "again");
      default ->
          waitingFor.isEmpty() ? new FlowEvent.FlowRetried() : answer(waitingFor.get(choices.of(List.copyOf(waitingFor.keySet()))));
    };
  }

  private FlowEvent answer(Decision wait) {
    if (wait instanceof Decision.WorkOffered d) {
      return new FlowEvent.WorkFinished(
          d.step(), choices.of(List.of("anna", "bert", "rita")), choices.of(List.of("approved", "rejected")), "said", Map.of());
    } else if (wait instanceof Decision.StepFailed d) {
      return choices.once(4)
          ? new FlowEvent.StepSkipped(d.step(), "olga", "done", Map.of("a", 1L), "did it by hand")
          : new FlowEvent.StepRetried(d.step());
    } else if (wait instanceof Decision.WaitBegun d) {
      return new FlowEvent.TimerFired(d.step(), d.element());
    } else if (wait instanceof Decision.EventAwaited d) {
      return choices.once(3)
          ? new FlowEvent.EventArrived(d.event(), Map.of("sum", 5L))
          : new FlowEvent.TimerFired(d.step(), d.element());
    }
    String step = WorldRules.waitingStep(wait).orElseThrow();
    boolean records = wait instanceof Decision.RecordsWanted || wait instanceof Decision.RecordWritten;
    return switch (choices.next(5)) {
      case 1 -> new FlowEvent.CallFailed(step, "NO", "no");
      case 2 -> new FlowEvent.StepBroken(step, "TRIES", "tries used up");
      default ->
          records ? new FlowEvent.Answered(step, List.of()) : new FlowEvent.CallDone(step, Map.of("reference", "R"));
    };
  }

  private void deliver(FlowEvent event) {
    events.add(event);
    List<Decision> made;
    try {
      made = machine.decide(snapshot, event);
    } catch (RuleViolation refusal) {
      rules.requireRefusalFits(refusal, event, snapshot);
      refused++;
      return;
    }
    FlowSnapshot before = snapshot;
    made.forEach(this::apply);
    rules.requireSuspensionKept(before, event, made);
    rules.requireNothingLost(snapshot, waitingFor);
    requireSecondDeliveryRefused(event, made);
  }

  private void apply(Decision decision) {
    FlowSnapshot before = snapshot;
    rules.requireMayStart(before, decision);
    snapshot = decision.appliedTo(before);
    decisions.add(decision);
    rules.requireDeclaredChanges(before, snapshot, decision);
    WorldRules.endedStep(decision).ifPresent(waitingFor::remove);
    WorldRules.waitingStep(decision).ifPresent(step -> waitingFor.put(step, decision));
  }

  /** The engine tells apart two work items or calls of one step; the machine tells apart whether the step waits at all. */
  private void requireSecondDeliveryRefused(FlowEvent event, List<Decision> made) {
    boolean once =
        event instanceof FlowEvent.WorkFinished
            || event instanceof FlowEvent.CallDone
            || event instanceof FlowEvent.CallFailed
            || event instanceof FlowEvent.StepBroken
            || event instanceof FlowEvent.Answered
            || event instanceof FlowEvent.StepSkipped
            || event instanceof FlowEvent.Canceled
            || event instanceof FlowEvent.Started;
    boolean waitsAnew = made.stream().anyMatch(decision -> WorldRules.waitingStep(decision).isPresent());
    if (once && !waitsAnew) {
      RuleViolation refusal = catchThrowableOfType(RuleViolation.class, () -> machine.decide(snapshot, event));
      assertThat(refusal).as(event.toString()).isNotNull();
    }
  }
}
