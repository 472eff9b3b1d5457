package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.action.ActionIntegration;

/** Stores what the elements of a step decide besides calling a back office: waits, actions, faults. */
@Dependent
class StepDecisions {
  @Inject private CaseHistory history;
  @Inject private WorkOffers work;
  @Inject private CallPlacement calls;
  @Inject private StepTimers timers;
  @Inject private Notes notes;

  /** Stores the decision, if it is one of these. */
  boolean apply(FlowContext context, Decision decision) {
    if (decision instanceof Decision.WaitBegun wait) {
      var end = timers.endOf(context, wait.time());
      wait(context, wait.step(), wait.position(), "waits until " + end);
      timers.plan(context, wait.step(), wait.element(), end);
    } else if (decision instanceof Decision.EventAwaited wait) {
      wait(context, wait.step(), wait.position(), "waits for the event '%s'".formatted(wait.event()));
    } else if (decision instanceof Decision.ActionPlaced placed) {
      change(context, step(context, placed.step()), StepState.IN_PROGRESS, "");
      calls.place(context, step(context, placed.step()), ActionIntegration.callOf(placed));
    } else if (decision instanceof Decision.RecordsWanted wanted) {
      stand(context, wanted.step(), wanted.position());
    } else if (decision instanceof Decision.RecordWritten written) {
      stand(context, written.step(), written.position());
    } else if (decision instanceof Decision.Notified note) {
      notes.add(context, note);
    } else if (decision instanceof Decision.WorkWithdrawn withdrawn) {
      work.withdraw(context, step(context, withdrawn.step()), withdrawn.reason());
    } else if (decision instanceof Decision.FaultTaken taken) {
      history.noted(context, Subject.STEP, taken.step(), "FAULT", "%s: %s: %s".formatted(taken.element(), taken.code(), taken.message()));
    } else if (decision instanceof Decision.StepFaulted faulted) {
      Step step = step(context, faulted.step());
      step.standAt(faulted.position());
      change(context, step, StepState.ERROR, faulted.code() + ": " + faulted.message());
    } else if (decision instanceof Decision.StageFailed) {
      context.stage().ifPresent(stage -> stage.change(StageState.ERROR, context.now()));
      context.stage().ifPresent(stage -> history.changed(context, Subject.STAGE, stage.name(), StageState.IN_PROGRESS, StageState.ERROR, ""));
    } else {
      return false;
    }
    return true;
  }

  private void wait(FlowContext context, String name, int position, String why) {
    Step step = step(context, name);
    step.standAt(position);
    change(context, step, StepState.WAITING, why);
  }

  private void stand(FlowContext context, String name, int position) {
    Step step = step(context, name);
    step.standAt(position);
    change(context, step, StepState.IN_PROGRESS, "");
  }

  private void change(FlowContext context, Step step, StepState next, String why) {
    StepState before = step.state();
    step.change(next, why, context.now());
    history.changed(context, Subject.STEP, step.name(), before, next, why);
  }

  private static Step step(FlowContext context, String name) {
    return context.step(name).orElseThrow(() -> new IllegalStateException("no step " + name));
  }
}
