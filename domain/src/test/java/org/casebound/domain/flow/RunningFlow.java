package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.shared.Values;

/** A flow in a test: keeps the snapshot and every decision, as the engine does with records. */
final class RunningFlow {
  private final FlowMachine machine;
  private final List<Decision> all = new ArrayList<>();
  private FlowSnapshot snapshot =
      FlowSnapshot.fresh(
          new Values(Map.of("status", "NEW", "subject", "Lost card", "priority", "MEDIUM")),
          new Values(Map.of("cardId", "4711")));

  RunningFlow(FulfillmentFlowDefinition definition, Autolaunched... flows) {
    this(new FlowMachine(definition, Definitions.byName(flows), new TinyExpressions()));
  }

  RunningFlow(FlowMachine machine) {
    this.machine = machine;
  }

  static RunningFlow started(FulfillmentFlowDefinition definition, Autolaunched... flows) {
    RunningFlow flow = new RunningFlow(definition, flows);
    flow.on(new FlowEvent.Started());
    return flow;
  }

  List<Decision> on(FlowEvent event) {
    List<Decision> decisions = machine.decide(snapshot, event);
    decisions.forEach(decision -> snapshot = decision.appliedTo(snapshot));
    all.addAll(decisions);
    return decisions;
  }

  List<Decision> finished(String step, String outcome) {
    return on(new FlowEvent.WorkFinished(step, "agent", outcome, "said of " + step, Map.of()));
  }

  List<Decision> done(String step, Object... outputs) {
    return on(new FlowEvent.CallDone(step, Definitions.values(outputs)));
  }

  List<Decision> refused(String step) {
    return on(new FlowEvent.CallFailed(step, "NO", "the bank says no"));
  }

  List<Decision> broken(String step) {
    return on(new FlowEvent.StepBroken(step, "TRIES", "tries used up"));
  }

  List<Decision> retried(String step) {
    return on(new FlowEvent.StepRetried(step));
  }

  /** A person or another flow changes facts between two events. */
  void request(String attribute, Object value) {
    snapshot = snapshot.withRequest(Map.of(attribute, value));
  }

  /** The flow's own variables. */
  Map<String, Object> variables() {
    return snapshot.variables().asMap();
  }

  /** What the flow waits for, each as kind, step and thing. */
  List<String> waits() {
    return machine.waitsFor(snapshot).stream()
        .map(wait -> "%s %s %s".formatted(wait.kind(), wait.step(), wait.what()))
        .toList();
  }

  FlowMachine machine() {
    return machine;
  }

  /** It begins with these variables. */
  RunningFlow with(Values variables) {
    snapshot = snapshot.withVariables(variables.asMap());
    return this;
  }

  FlowSnapshot snapshot() {
    return snapshot;
  }

  FlowState state() {
    return snapshot.state();
  }

  StageState stage(String name) {
    return snapshot.stages().getOrDefault(name, StageState.NOT_STARTED);
  }

  StepState step(String name) {
    return snapshot.step(name).state();
  }

  <D extends Decision> List<D> decisions(Class<D> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The decisions so far in short: kind and subject. */
  static List<String> inShort(List<Decision> decisions) {
    return decisions.stream().map(RunningFlow::inShort).toList();
  }

  private static String inShort(Decision decision) {
    String kind = decision.getClass().getSimpleName();
    if (decision instanceof Decision.StageEntered d) {
      return kind + " " + d.stage();
    } else if (decision instanceof Decision.StageCompleted d) {
      return kind + " " + d.stage();
    } else if (decision instanceof Decision.StageDiscontinued d) {
      return kind + " " + d.stage();
    } else if (decision instanceof Decision.StepStarted d) {
      return kind + " " + d.step();
    } else if (decision instanceof Decision.StepCompleted d) {
      return kind + " " + d.step();
    } else if (decision instanceof Decision.StepFailed d) {
      return kind + " " + d.step() + " " + d.code();
    } else if (decision instanceof Decision.StepResumed d) {
      return kind + " " + d.step();
    } else if (decision instanceof Decision.StepDiscontinued d) {
      return kind + " " + d.step();
    } else if (decision instanceof Decision.WorkOffered d) {
      return kind + " " + d.step();
    } else if (decision instanceof Decision.CallPlaced d) {
      return kind + " " + d.step() + " " + d.element();
    } else if (decision instanceof Decision.ActionPlaced d) {
      return kind + " " + d.step() + " " + d.element();
    } else if (decision instanceof Decision.RecordsWanted d) {
      return kind + " " + d.step() + " " + d.element();
    } else if (decision instanceof Decision.RecordWritten d) {
      return kind + " " + d.step() + " " + d.element();
    } else if (decision instanceof Decision.WaitBegun d) {
      return kind + " " + d.step() + " " + d.element();
    } else if (decision instanceof Decision.EventAwaited d) {
      return kind + " " + d.step() + " " + d.element();
    } else if (decision instanceof Decision.Notified d) {
      return kind + " " + d.to() + " " + d.subject() + " " + d.text();
    } else if (decision instanceof Decision.FaultTaken d) {
      return kind + " " + d.element() + " " + d.code();
    } else if (decision instanceof Decision.StepFaulted d) {
      return kind + " " + d.step() + " " + d.code();
    } else if (decision instanceof Decision.StageFailed d) {
      return kind + " " + d.stage();
    } else if (decision instanceof Decision.StageCanceled d) {
      return kind + " " + d.stage();
    } else if (decision instanceof Decision.StepCanceled d) {
      return kind + " " + d.step();
    } else if (decision instanceof Decision.FlowCanceled d) {
      return kind + " " + d.undo();
    } else if (decision instanceof Decision.FlowFailed d) {
      return kind + " " + d.code();
    } else if (decision instanceof Decision.CaseClosed d) {
      return kind + " " + d.resolution() + " " + d.reason();
    } else if (decision instanceof Decision.VariableSet d) {
      return kind + " " + d.name() + "=" + d.value();
    }
    return kind;
  }
}
