package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StateTable;

/** What must hold of a flow whatever its definition is and whatever happens. */
final class WorldRules {
  private final FlowMachine machine;

  WorldRules(FlowMachine machine) {
    this.machine = machine;
  }

  /** The step that waits for something after this decision. */
  static Optional<String> waitingStep(Decision decision) {
    if (decision instanceof Decision.WorkOffered d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.CallPlaced d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.ActionPlaced d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.RecordsWanted d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.RecordWritten d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.WaitBegun d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.EventAwaited d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.StepFailed d) {
      return Optional.of(d.step());
    }
    return Optional.empty();
  }

  /** The step that waits for nothing any more. */
  static Optional<String> endedStep(Decision decision) {
    if (decision instanceof Decision.StepCompleted d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.StepDiscontinued d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.StepCanceled d) {
      return Optional.of(d.step());
    } else if (decision instanceof Decision.StepFaulted d) {
      return Optional.of(d.step());
    }
    return Optional.empty();
  }

  void requireMayStart(FlowSnapshot snapshot, Decision decision) {
    boolean again = false;
    String started = "";
    if (decision instanceof Decision.WorkOffered offered) {
      started = offered.step();
      again = snapshot.step(started).data().containsKey("$votes");
    } else if (decision instanceof Decision.StepStarted background) {
      started = background.step();
    }
    if (!started.isEmpty()) {
      StepDefinition step = machine.definition().step(started).orElseThrow();
      StageDefinition stage = snapshot.stage().flatMap(machine.definition()::stage).orElseThrow();
      boolean inTime = step.after().stream().allMatch(name -> snapshot.step(name).state() == StepState.COMPLETED);
      boolean fresh = again || snapshot.step(started).state() == StepState.NOT_STARTED;
      boolean runs = snapshot.state() == FlowState.IN_PROGRESS || snapshot.state() == FlowState.ERROR;
      assertThat(stage.steps().contains(step) && inTime && fresh && runs).as(started).isTrue();
    }
  }

  void requireDeclaredChanges(FlowSnapshot before, FlowSnapshot after, Decision decision) {
    requireDeclared(FlowState.TABLE, before.state(), after.state());
    after.steps().values().forEach(step -> requirePlain(step.data()));
    requirePlain(after.variables().asMap());
    if (decision instanceof Decision.StageEntered entered) {
      assertThat(entered.steps()).allMatch(step -> after.step(step).state() == StepState.NOT_STARTED);
      assertThat(after.entries(entered.stage())).isEqualTo(before.entries(entered.stage()) + 1);
      int most = machine.definition().stage(entered.stage()).orElseThrow().maxEntries();
      assertThat(after.entries(entered.stage())).isLessThanOrEqualTo(most);
      return;
    }
    after.stages().forEach((name, state) -> requireDeclared(StageState.TABLE, before.stages().get(name), state));
    after.steps().forEach((name, step) -> requireDeclared(StepState.TABLE, before.step(name).state(), step.state()));
  }

  private static <S extends Enum<S>> void requireDeclared(StateTable<S> table, S from, S to) {
    if (from != to && !table.permits(from, to)) {
      throw new AssertionError("undeclared change: %s -> %s".formatted(from, to));
    }
  }

  /** What is kept can be stored as JSON and read again unchanged. */
  private static void requirePlain(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> assertThat(key).isInstanceOf(String.class));
      map.values().forEach(WorldRules::requirePlain);
    } else if (value instanceof List<?> list) {
      list.forEach(WorldRules::requirePlain);
    } else {
      assertThat(value).isInstanceOfAny(String.class, Boolean.class, Long.class, BigDecimal.class);
    }
  }

  /** A refusal says that the event came too late, too early or too often; nothing else is refused. */
  void requireRefusalFits(RuleViolation refusal, FlowEvent event, FlowSnapshot snapshot) {
    switch (refusal.code()) {
      case "FLOW-001" -> assertThat(event).isNotInstanceOf(FlowEvent.EventArrived.class);
      case "FLOW-004" -> {
        String stage = event instanceof FlowEvent.SentBack back ? back.stage() : "";
        assertThat(snapshot.entries(stage)).isEqualTo(machine.definition().stage(stage).orElseThrow().maxEntries());
      }
      case "FLOW-010" -> assertThat(snapshot.state()).isEqualTo(FlowState.SUSPENDED);
      case "FLOW-014" -> assertThat(event).isInstanceOf(FlowEvent.WorkFinished.class);
      default -> throw new AssertionError("refused with " + refusal.code(), refusal);
    }
  }

  /** In a suspended flow nothing begins and nothing ends but by people. */
  void requireSuspensionKept(FlowSnapshot before, FlowEvent event, List<Decision> made) {
    if (before.state() == FlowState.SUSPENDED
        && !(event instanceof FlowEvent.Resumed)
        && !(event instanceof FlowEvent.Canceled)) {
      assertThat(made)
          .allMatch(d -> d instanceof Decision.VariableSet || d instanceof Decision.RequestUpdated);
    }
  }

  void requireNothingLost(FlowSnapshot snapshot, Map<String, Decision> books) {
    boolean ended = FlowState.TABLE.isFinal(snapshot.state());
    List<WaitingFor> waits = machine.waitsFor(snapshot);
    assertThat(waits.isEmpty()).as("%s waits for %s", snapshot.state(), waits).isEqualTo(ended);
    Set<String> steps = new TreeSet<>();
    waits.stream().map(WaitingFor::step).filter(step -> !step.isEmpty()).forEach(steps::add);
    assertThat(books.keySet()).isEqualTo(steps);
    waits.forEach(wait -> requireSame(wait, books.get(wait.step())));
    boolean failedStep = books.values().stream().anyMatch(Decision.StepFailed.class::isInstance);
    assertThat(failedStep && snapshot.state() != FlowState.ERROR).isFalse();
    if (snapshot.state() == FlowState.COMPLETED) {
      assertThat(books).isEmpty();
    }
    List<StepState> states = new ArrayList<>();
    snapshot.steps().values().forEach(step -> states.add(step.state()));
    assertThat(states).doesNotContain(StepState.SUSPENDED);
  }

  private static void requireSame(WaitingFor wait, Decision book) {
    switch (wait.kind()) {
      case PERSON -> assertThat(book).isInstanceOf(Decision.WorkOffered.class);
      case CALL -> assertThat(book).isInstanceOf(Decision.CallPlaced.class);
      case ACTION -> assertThat(book).isInstanceOf(Decision.ActionPlaced.class);
      case RECORDS -> assertThat(book).isInstanceOfAny(Decision.RecordsWanted.class, Decision.RecordWritten.class);
      case TIME -> assertThat(book).isInstanceOf(Decision.WaitBegun.class);
      case EVENT -> assertThat(book).isInstanceOf(Decision.EventAwaited.class);
      case DECISION, START, RESUMPTION, EXIT ->
          assertThat(wait.step().isEmpty() || book instanceof Decision.StepFailed).isTrue();
    }
  }
}
