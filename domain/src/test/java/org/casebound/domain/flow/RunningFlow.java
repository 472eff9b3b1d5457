package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.shared.Values;

/** A flow in a test: keeps the snapshot and every decision, as the engine does with records. */
final class RunningFlow {
  private final FlowMachine machine;
  private final List<Decision> all = new ArrayList<>();
  private FlowSnapshot snapshot =
      FlowSnapshot.fresh(
          new Values(Map.of("status", "NEW", "subject", "Lost card", "priority", "MEDIUM")),
          new Values(Map.of("cardId", "4711")));

  RunningFlow(FulfillmentFlowDefinition definition) {
    machine = new FlowMachine(definition, Map.of(), new TinyExpressions());
  }

  static RunningFlow started(FulfillmentFlowDefinition definition) {
    RunningFlow flow = new RunningFlow(definition);
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
