package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.FlowSnapshot;
import org.casebound.domain.flow.RecordChange;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;

/**
 * What a flow changes of its case or request may start other flows, and concerns the conditions of those that are under way. These
 * are told after the commit, in a transaction of their own: nobody waits for the lock of another flow while he holds one.
 */
@Dependent
class ChangeNews {
  @Inject private CaseProgress progress;
  @Inject private DueTaskPlans due;
  @Inject private Event<ChangedByFlow> changed;

  /** Tells what an event of a flow has changed. */
  void tell(FlowContext context, FlowSnapshot before) {
    if (context.process().machines().size() < 2 && context.process().triggeredFlows(false).isEmpty()) {
      return;
    }
    FlowSnapshot after = context.snapshot();
    RecordChange change =
        RecordChange.updated(before.caseFacts(), after.caseFacts(), before.request(), after.request());
    if (change.records().isEmpty()) {
      return;
    }
    progress
        .othersUnderWay(context)
        .forEach(
            flow ->
                due.plan(DueTaskKind.FLOW_RECHECK, flow.caseId(), flow.id(), flow.name(), context.now(), Values.EMPTY));
    if (!context.process().triggeredFlows(false).isEmpty()) {
      changed.fire(
          new ChangedByFlow(
              context.workedCase(),
              context.request(),
              context.process(),
              change,
              context.actor(),
              context.flow().depth() + 1));
    }
  }
}
