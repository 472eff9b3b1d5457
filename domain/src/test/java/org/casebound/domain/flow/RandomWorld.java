package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StateTable;
import org.casebound.domain.shared.Values;

/**
 * People and back offices that answer a flow in random order, as the engine would pass it on, and the rules that must hold
 * after every event. It keeps its own books of what every step waits for, made from the decisions alone.
 */
final class RandomWorld {
  private final Orchestration definition;
  private final FlowMachine machine;
  private final Choices choices;
  private final Map<String, Class<?>> waitingFor = new TreeMap<>();
  private final List<FlowEvent> events = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private FlowSnapshot snapshot = fresh();

  RandomWorld(Orchestration definition, Choices choices) {
    this.definition = definition;
    this.machine = new FlowMachine(definition, Map.of(), new TinyExpressions());
    this.choices = choices;
  }

  private static FlowSnapshot fresh() {
    return FlowSnapshot.fresh(
        new Values(Map.of("status", "NEW", "subject", "Any", "priority", "LOW")), new Values(Map.of("cardId", "4711")));
  }

  void run(int turns) {
    deliver(new FlowEvent.Started());
    for (int i = 0; i < turns && !FlowState.TABLE.isFinal(snapshot.state()); i++) {
      deliver(nextEvent());
    }
  }

  /** The same events, given to another machine, lead to the same decisions. */
  void requireSameDecisionsAgain() {
    RandomWorld again = new RandomWorld(definition, new Choices(List.of()));
    events.forEach(again::deliver);
    assertThat(again.decisions).isEqualTo(decisions);
    assertThat(again.snapshot).isEqualTo(snapshot);
  }

  boolean ended() {
    return FlowState.TABLE.isFinal(snapshot.state());
  }

  private FlowEvent nextEvent() {
    if (waitingFor.isEmpty() || choices.once(8) && snapshot.state() == FlowState.ERROR) {
      return new FlowEvent.FlowRetried();
    }
    String step = choices.of(List.copyOf(waitingFor.keySet()));
    Class<?> reason = waitingFor.get(step);
    if (reason == Decision.WorkOffered.class) {
      return new FlowEvent.WorkFinished(step, "agent", choices.of(List.of("approved", "rejected")), "", Map.of());
    } else if (reason == Decision.StepFailed.class) {
      return new FlowEvent.StepRetried(step);
    }
    return switch (choices.next(5)) {
      case 1 -> new FlowEvent.CallFailed(step, "NO", "no");
      case 2 -> new FlowEvent.StepBroken(step, "TRIES", "tries used up");
      default -> new FlowEvent.CallDone(step, Map.of("reference", "R"));
    };
  }

  private void deliver(FlowEvent event) {
    if (event instanceof FlowEvent.FlowRetried && events.size() % 2 == 0) {
      snapshot = snapshot.withRequest(Map.of(RandomDefinitions.LATER, "here"));
    }
    List<Decision> made = machine.decide(snapshot, event);
    events.add(event);
    made.forEach(this::apply);
    requireNothingLost();
    requireSecondDeliveryRefused(event, made);
  }

  private void apply(Decision decision) {
    FlowSnapshot before = snapshot;
    requireMayStart(decision);
    snapshot = decision.appliedTo(snapshot);
    decisions.add(decision);
    requireDeclaredChanges(before, decision);
    keepBooks(decision);
  }

  private void keepBooks(Decision decision) {
    if (decision instanceof Decision.WorkOffered d) {
      waitingFor.put(d.step(), Decision.WorkOffered.class);
    } else if (decision instanceof Decision.CallPlaced d) {
      waitingFor.put(d.step(), Decision.CallPlaced.class);
    } else if (decision instanceof Decision.StepFailed d) {
      waitingFor.put(d.step(), Decision.StepFailed.class);
    } else if (decision instanceof Decision.StepCompleted d) {
      waitingFor.remove(d.step());
    } else if (decision instanceof Decision.StepDiscontinued d) {
      waitingFor.remove(d.step());
    }
  }

  private void requireMayStart(Decision decision) {
    String started =
        decision instanceof Decision.WorkOffered offered
            ? offered.step()
            : decision instanceof Decision.StepStarted background ? background.step() : "";
    definition.step(started).ifPresent(this::requireMayStart);
  }

  private void requireMayStart(StepDefinition step) {
    boolean ofThisStage = snapshot.stage().flatMap(definition::stage).orElseThrow().steps().contains(step);
    boolean inTime = step.after().stream().allMatch(name -> snapshot.step(name).state() == StepState.COMPLETED);
    assertThat(ofThisStage && inTime && !snapshot.caseClosed()).as(step.name()).isTrue();
  }

  private void requireDeclaredChanges(FlowSnapshot before, Decision decision) {
    requireDeclared(FlowState.TABLE, before.state(), snapshot.state());
    if (decision instanceof Decision.StageEntered entered) {
      assertThat(entered.steps()).allMatch(step -> snapshot.step(step).state() == StepState.NOT_STARTED);
      return;
    }
    snapshot.stages().forEach((name, state) -> requireDeclared(StageState.TABLE, before.stages().get(name), state));
    snapshot.steps().forEach((name, step) -> requireDeclared(StepState.TABLE, before.step(name).state(), step.state()));
  }

  private static <S extends Enum<S>> void requireDeclared(StateTable<S> table, S from, S to) {
    if (from != to && !table.permits(from, to)) {
      throw new AssertionError("undeclared change: %s -> %s".formatted(from, to));
    }
  }

  private void requireNothingLost() {
    Set<String> open = new TreeSet<>();
    snapshot.steps().values().stream().filter(StepSnapshot::open).forEach(step -> open.add(step.name()));
    assertThat(waitingFor.keySet()).isEqualTo(open);
    assertThat(snapshot.caseClosed() && !ended()).isFalse();
    boolean failedStep = waitingFor.containsValue(Decision.StepFailed.class);
    switch (snapshot.state()) {
      case COMPLETED -> assertThat(open).isEmpty();
      case IN_PROGRESS -> assertThat(open).isNotEmpty();
      default -> assertThat(snapshot.state()).isEqualTo(FlowState.ERROR);
    }
    assertThat(snapshot.stageState() == StageState.ERROR).isEqualTo(failedStep);
    assertThat(failedStep && snapshot.state() != FlowState.ERROR).isFalse();
  }

  /** The engine tells apart two work items or calls of one step; the machine tells apart whether the step waits at all. */
  private void requireSecondDeliveryRefused(FlowEvent event, List<Decision> made) {
    boolean waitsAnew =
        made.stream().anyMatch(d -> d instanceof Decision.WorkOffered || d instanceof Decision.CallPlaced)
            || snapshot.state() == FlowState.ERROR
                && (event instanceof FlowEvent.StepRetried || event instanceof FlowEvent.FlowRetried);
    if (!waitsAnew) {
      RuleViolation refusal = catchThrowableOfType(RuleViolation.class, () -> machine.decide(snapshot, event));
      assertThat(refusal).isNotNull();
      assertThat(refusal.code()).isEqualTo("FLOW-001");
    }
  }
}
