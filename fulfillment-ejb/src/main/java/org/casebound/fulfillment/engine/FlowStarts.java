package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.TriggerDefinition.Path;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.RecordChange;
import org.casebound.domain.flow.ScheduledStart;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.PublishedProcess;
import org.casebound.fulfillment.studio.TriggeredFlow;

/**
 * Starts the flows that a change of a case or its request triggers, in the order of their triggers and in the transaction of the
 * change (specification, section C). A trigger that can not be evaluated does not cost the change: its flow is stored with an
 * incident instead.
 */
@Dependent
public class FlowStarts {
  /** How long a chain of flows may be that trigger each other by what they change. */
  static final int MAX_DEPTH = 16;

  @Inject private FlowEngine engine;
  @Inject private FlowRepository flows;
  @Inject private DueTaskPlans due;
  @Inject private Expressions expressions;
  @Inject private Clock clock;

  /**
   * Starts what the change triggers.
   *
   * @param depth how many flows led to the change, one after the other; 0 when a person or a system made it
   */
  public void start(
      Case changed, ServiceCatalogRequest request, PublishedProcess process, RecordChange change, String actor, int depth) {
    for (TriggeredFlow flow : process.triggeredFlows(change.created())) {
      start(new Origin(changed, request, process, change, actor, depth), flow);
    }
  }

  /** A filed case and its request as triggers see them. */
  public RecordChange facts(PublishedProcess process, Case filed, ServiceCatalogRequest request) {
    return RecordChange.filed(
        FlowContext.caseFacts(filed), FlowContext.requestFacts(process, filed, request));
  }

  /** Where a start comes from. */
  private record Origin(
      Case changed, ServiceCatalogRequest request, PublishedProcess process, RecordChange change, String actor, int depth) {}

  private void start(Origin origin, TriggeredFlow flow) {
    Instant time;
    try {
      if (!flow.rule().startedBy(origin.change())) {
        return;
      }
      time = timeOf(origin, flow);
    } catch (RuleViolation broken) {
      engine.fail(context(origin, flow), broken);
      return;
    }
    begin(context(origin, flow), origin, flow.trigger().path(), time);
  }

  private Instant timeOf(Origin origin, TriggeredFlow flow) {
    Instant now = clock.instant();
    return flow.trigger().path() instanceof Path.Scheduled scheduled
        ? ScheduledStart.of(scheduled, flow.trigger().record(), origin.change(), expressions, now)
        : now;
  }

  private void begin(FlowContext context, Origin origin, Path path, Instant time) {
    if (origin.depth() > MAX_DEPTH) {
      engine.fail(
          context,
          new RuleViolation(
              "FLOW-021",
              "Flows trigger each other without end: this one would be number %d of a chain. Mend the entry conditions; the case's history shows the chain."
                  .formatted(origin.depth())));
    } else if (path instanceof Path.Immediate) {
      engine.advance(origin.depth() == 0 ? context.mayRefuse() : context, new FlowEvent.Started());
    } else {
      later(context, path instanceof Path.Async ? DueTaskKind.FLOW_START : DueTaskKind.SCHEDULED_START, time);
    }
  }

  private FlowContext context(Origin origin, TriggeredFlow flow) {
    int run = origin.change().created() ? 1 : flows.runsOf(origin.changed().id(), flow.name()) + 1;
    return engine.begin(
        origin.changed(),
        origin.request(),
        origin.process(),
        flow.definition(),
        origin.actor(),
        new FlowEngine.Start(run, origin.depth()));
  }

  private void later(FlowContext context, DueTaskKind kind, Instant start) {
    FulfillmentFlow flow = context.flow();
    due.plan(kind, flow.caseId(), flow.id(), flow.name(), start, Values.EMPTY);
  }
}
