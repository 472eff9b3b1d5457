package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Stage;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Stores the machine's decisions about a flow: states, facts, incidents and history. */
@Dependent
class DecisionStore {
  @Inject private Incidents incidents;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private CaseHistory history;
  @Inject private AttributeChanges attributes;
  @Inject private WorkOffers work;
  @Inject private CallPlacement calls;
  @Inject private OperationDecisions operations;
  @Inject private StepDecisions steps;

  void apply(FlowContext context, Decision decision) {
    if (operations.apply(context, decision)) {
      return;
    }
    if (decision instanceof Decision.FlowStarted) {
      change(context, FlowState.IN_PROGRESS, "");
    } else if (decision instanceof Decision.FlowCompleted) {
      incidents.settle(context);
      change(context, FlowState.COMPLETED, "");
    } else if (decision instanceof Decision.FlowFailed failed) {
      change(context, FlowState.ERROR, failed.message());
      incidents.raise(context, "", failed.code(), failed.message());
    } else if (decision instanceof Decision.FlowResumed) {
      resume(context);
    } else if (decision instanceof Decision.StageEntered entered) {
      enter(context, entered);
    } else if (decision instanceof Decision.StageCompleted) {
      change(context, StageState.COMPLETED);
    } else if (decision instanceof Decision.StageDiscontinued) {
      change(context, StageState.DISCONTINUED);
    } else if (decision instanceof Decision.VariableSet set) {
      context.flow().set(Map.of(set.name(), set.value()));
    } else if (decision instanceof Decision.RequestUpdated updated) {
      Values before = context.request().attributes();
      context.request().update(updated.values());
      attributes.byFlow(context, before);
    } else if (decision instanceof Decision.CaseUpdated updated) {
      updated.values().forEach((field, value) -> update(context.workedCase(), field, String.valueOf(value)));
    } else if (decision instanceof Decision.CaseClosed closed) {
      CaseStatus before = context.workedCase().status();
      context.workedCase().close(closed.resolution(), closed.reason(), context.now());
      history.caseChanged(context, before, closed.reason());
    } else {
      applyToStep(context, decision);
    }
  }

  private void applyToStep(FlowContext context, Decision decision) {
    if (decision instanceof Decision.StepStarted started) {
      begin(context, started.step());
    } else if (decision instanceof Decision.WorkOffered offered) {
      work.offer(context, running(context, offered.step()), offered);
    } else if (decision instanceof Decision.CallPlaced placed) {
      Step step = step(context, placed.step());
      change(context, step, StepState.IN_PROGRESS, "");
      calls.place(context, step, placed);
    } else if (decision instanceof Decision.StepKept kept) {
      step(context, kept.step()).keep(new Values(kept.data()));
    } else if (decision instanceof Decision.StepCompleted done) {
      Step step = step(context, done.step());
      StepState before = step.state();
      step.complete(done.outcome(), done.comment(), new Values(done.data()), context.now());
      history.changed(context, Subject.STEP, step.name(), before, step.state(), done.outcome());
    } else if (decision instanceof Decision.StepFailed failed) {
      if (context.refuses(failed)) {
        throw new ChangeRefused(failed.code(), failed.message());
      }
      Step step = step(context, failed.step());
      step.standAt(failed.position());
      change(context, step, StepState.ERROR, failed.message());
      change(context, StageState.ERROR);
      change(context, FlowState.ERROR, failed.message());
      incidents.raise(context, failed.step(), failed.code(), failed.message());
    } else if (decision instanceof Decision.StepResumed resumed) {
      Step step = step(context, resumed.step());
      context.resumed(step);
      change(context, step, StepState.IN_PROGRESS, "");
    } else if (decision instanceof Decision.StepDiscontinued ended) {
      context
          .step(ended.step())
          .ifPresentOrElse(
              step -> discontinue(context, step, ended.reason()),
              () -> leaveOut(context, ended.step(), ended.reason()));
    } else if (!steps.apply(context, decision)) {
      throw new IllegalStateException("nobody stores " + decision);
    }
  }

  private void discontinue(FlowContext context, Step step, String reason) {
    work.withdraw(context, step, reason);
    calls.withdraw(context, step, reason);
    change(context, step, StepState.DISCONTINUED, reason);
  }

  private void leaveOut(FlowContext context, String name, String reason) {
    FulfillmentFlow flow = context.flow();
    Step step =
        Step.leftOut(
            ids.next(RecordKind.STEP),
            flow.id(),
            flow.stage().orElseThrow(),
            flow.stagesEntered(),
            name,
            reason,
            context.now());
    records.add(step);
    context.add(step);
    history.changed(context, Subject.STEP, name, StepState.NOT_STARTED, step.state(), reason);
  }

  private void enter(FlowContext context, Decision.StageEntered entered) {
    String name = entered.stage();
    context.flow().enter(name);
    if (!context.staged()) {
      return;
    }
    context.forget(entered.steps());
    Stage stage =
        new Stage(
            ids.next(RecordKind.STAGE), context.flow().id(), name, context.flow().stagesEntered(), context.now());
    records.add(stage);
    context.add(stage);
    history.changed(context, Subject.STAGE, name, StageState.NOT_STARTED, stage.state(), "");
  }

  /** The step that asks for one more person is running already. */
  private Step running(FlowContext context, String name) {
    return context.step(name).filter(step -> step.state() == StepState.IN_PROGRESS).orElseGet(() -> begin(context, name));
  }

  private Step begin(FlowContext context, String name) {
    FulfillmentFlow flow = context.flow();
    Step step =
        new Step(
            ids.next(RecordKind.STEP),
            flow.id(),
            flow.stage().orElseThrow(),
            flow.stagesEntered(),
            name,
            context.now());
    records.add(step);
    context.add(step);
    history.changed(context, Subject.STEP, name, StepState.NOT_STARTED, step.state(), "");
    return step;
  }

  private void resume(FlowContext context) {
    incidents.settle(context);
    if (context.stage().filter(stage -> stage.state() == StageState.ERROR).isPresent()) {
      change(context, StageState.IN_PROGRESS);
    }
    change(context, FlowState.IN_PROGRESS, "");
  }

  private void change(FlowContext context, FlowState next, String why) {
    FlowState before = context.flow().state();
    if (before != next) {
      context.flow().change(next, context.now());
      history.changed(context, Subject.FLOW, context.flow().name(), before, next, why);
    }
  }

  private void change(FlowContext context, StageState next) {
    context
        .stage()
        .ifPresent(
            stage -> {
              StageState before = stage.state();
              stage.change(next, context.now());
              history.changed(context, Subject.STAGE, stage.name(), before, next, "");
            });
  }

  private void change(FlowContext context, Step step, StepState next, String why) {
    StepState before = step.state();
    step.change(next, why, context.now());
    history.changed(context, Subject.STEP, step.name(), before, next, why);
  }

  private static void update(Case worked, String field, String value) {
    if (field.equals("priority")) {
      worked.prioritize(Priority.valueOf(value));
    } else {
      worked.rename(value);
    }
  }

  private static Step step(FlowContext context, String name) {
    return context.step(name).orElseThrow(() -> new IllegalStateException("no step " + name));
  }
}
