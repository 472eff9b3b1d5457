package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.TriggerDefinition.Path;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.RecordChange;
import org.casebound.domain.flow.ScheduledStart;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.studio.TriggeredFlow;

/**
 * Starts a flow whose trigger has a scheduled path, unless its condition does not hold any more. A date that has moved into the
 * future moves the start.
 */
@ApplicationScoped
public class ScheduledStartHandler implements DueTaskHandler {
  @Inject private FlowEngine engine;
  @Inject private DueTaskPlans plans;
  @Inject private Expressions expressions;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.SCHEDULED_START;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    FulfillmentFlow flow = engine.lock(task.subjectId());
    if (flow.state() != FlowState.NOT_STARTED) {
      return;
    }
    FlowContext context = engine.load(flow, HistoryEntry.SYSTEM);
    try {
      start(context, task, now);
    } catch (RuleViolation broken) {
      engine.fail(context, broken);
    }
  }

  private void start(FlowContext context, DueTask task, Instant now) {
    TriggeredFlow triggered = context.process().triggered(context.flow().name()).orElseThrow();
    FlowEvent event = eventFor(context, triggered);
    if (event instanceof FlowEvent.Started && triggered.trigger().path() instanceof Path.Scheduled path && path.from().isPresent()) {
      Instant start =
          ScheduledStart.of(path, triggered.trigger().record(), change(context), expressions, context.flow().startedAt());
      if (start.isAfter(now)) {
        plans.plan(kind(), context.flow().caseId(), context.flow().id(), task.name(), start, Values.EMPTY);
        return;
      }
    }
    engine.advance(context, event);
  }

  private FlowEvent eventFor(FlowContext context, TriggeredFlow triggered) {
    if (context.workedCase().status() == CaseStatus.CLOSED) {
      return new FlowEvent.Canceled("the case was closed before the time of the start");
    }
    return triggered.rule().holdsAfter(change(context))
        ? new FlowEvent.Started()
        : new FlowEvent.Canceled("its condition does not hold any more");
  }

  private static RecordChange change(FlowContext context) {
    Values ofCase = context.snapshot().caseFacts();
    Values ofRequest = context.snapshot().request();
    return RecordChange.updated(ofCase, ofCase, ofRequest, ofRequest);
  }
}
