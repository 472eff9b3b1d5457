package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepState;

/** Stores what people decide about whole flows: canceling, suspending, resuming, sending back. */
@Dependent
class OperationDecisions {
  @Inject private CaseHistory history;
  @Inject private WorkOffers work;
  @Inject private CallPlacement calls;
  @Inject private Incidents incidents;

  /** Stores the decision, if it is one of these. */
  boolean apply(FlowContext context, Decision decision) {
    if (decision instanceof Decision.FlowCanceled canceled) {
      incidents.settle(context);
      change(context, FlowState.CANCELED, canceled.reason());
    } else if (decision instanceof Decision.StageCanceled) {
      change(context, StageState.CANCELED);
    } else if (decision instanceof Decision.StepCanceled canceled) {
      context.step(canceled.step()).ifPresent(step -> cancel(context, step, canceled.reason()));
    } else if (decision instanceof Decision.FlowSuspended suspended) {
      change(context, FlowState.SUSPENDED, suspended.reason());
      change(context, StageState.SUSPENDED);
    } else if (decision instanceof Decision.FlowSentBack back) {
      history.noted(context, Subject.FLOW, context.flow().name(), "SENT_BACK", "to stage '%s': %s".formatted(label(context, back.stage()), back.reason()));
    } else if (decision instanceof Decision.SuspensionEnded) {
      change(context, FlowState.IN_PROGRESS, "");
      change(context, StageState.IN_PROGRESS);
    } else {
      return false;
    }
    return true;
  }

  private static String label(FlowContext context, String stage) {
    return context.process().machine(context.flow()).definition().stages().stream()
        .filter(each -> each.name().equals(stage))
        .map(StageDefinition::label)
        .findFirst()
        .orElse(stage);
  }

  private void cancel(FlowContext context, Step step, String reason) {
    work.withdraw(context, step, reason);
    calls.withdraw(context, step, reason);
    StepState before = step.state();
    step.change(StepState.CANCELED, reason, context.now());
    history.changed(context, Subject.STEP, step.name(), before, step.state(), reason);
  }

  private void change(FlowContext context, FlowState next, String why) {
    FlowState before = context.flow().state();
    context.flow().change(next, context.now());
    history.changed(context, Subject.FLOW, context.flow().name(), before, next, why);
  }

  /** A stage in another state than the flow's, e.g. one that is completed, keeps it. */
  private void change(FlowContext context, StageState next) {
    context
        .stage()
        .filter(stage -> StageState.TABLE.permits(stage.state(), next))
        .ifPresent(
            stage -> {
              StageState before = stage.state();
              stage.change(next, context.now());
              history.changed(context, Subject.STAGE, stage.name(), before, next, "");
            });
  }
}
