package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * Moves flows on: asks the pure machine what follows from an event and stores its decisions, in the caller's transaction and
 * under the flow's row lock. Calls that were decided are handed out only once that transaction is committed.
 */
@Dependent
public class FlowEngine {
  @Inject private FlowRepository flows;
  @Inject private CaseRepository cases;
  @Inject private ProcessCatalog catalog;
  @Inject private DecisionStore store;
  @Inject private CaseHistory history;
  @Inject private Expressions expressions;
  @Inject private Clock clock;
  @Inject private Event<CallsLeased> leased;

  /**
   * Starts a flow for a case that was saved in this transaction, if the entry condition holds. A condition that can not be
   * evaluated does not cost the case: the flow is stored with an incident instead.
   */
  public void startIf(
      Case filed,
      ServiceCatalogRequest request,
      PublishedProcess process,
      FulfillmentFlowDefinition definition,
      String actor) {
    Map<String, Object> facts =
        Map.of(
            "case", FlowContext.caseFacts(filed).asMap(),
            "request", FlowContext.requestFacts(process, filed, request).asMap(),
            "vars", Map.of(),
            "steps", Map.of());
    boolean holds;
    try {
      holds = definition
              .startedBy()
              .flatMap(TriggerDefinition::condition)
              .map(text -> expressions.holds(text, facts)).orElse(true);
    } catch (RuleViolation broken) {
      FlowContext context = begin(filed, request, process, definition, actor);
      store.apply(context, new Decision.FlowFailed(broken.code(), String.valueOf(broken.getMessage())));
      reflect(context);
      return;
    }
    if (holds) {
      advance(begin(filed, request, process, definition, actor), new FlowEvent.Started());
    }
  }

  private FlowContext begin(
      Case filed,
      ServiceCatalogRequest request,
      PublishedProcess process,
      FulfillmentFlowDefinition definition,
      String actor) {
    FulfillmentFlow flow =
        new FulfillmentFlow(
            filed.id(),
            request.id(),
            process.process().name(),
            process.process().version(),
            definition.name(),
            clock.instant());
    flows.add(flow);
    return new FlowContext(flow, filed, request, process, List.of(), List.of(), actor, clock.instant());
  }

  /**
   * Moves a flow on.
   *
   * @param actor who or what caused the event
   * @throws org.casebound.domain.shared.RuleViolation FLOW-001 when the event does not fit the state any more
   */
  public void on(FulfillmentFlow lockedFlow, FlowEvent event, String actor) {
    advance(load(lockedFlow, actor), event);
  }

  /**
   * What an event would decide on the flow's state as it is now; nothing is stored.
   *
   * @throws org.casebound.domain.shared.RuleViolation FLOW-001 when the event does not fit the state, EXPR-001 when an
   *     expression needs values that are not there yet
   */
  public List<Decision> foresee(FulfillmentFlow flow, FlowEvent event) {
    FlowContext context = load(flow, "");
    return context.process().machines().get(flow.name()).decide(context.snapshot(), event);
  }

  /**
   * The flow, locked until the transaction ends.
   *
   * @throws UnknownRecord when there is none
   */
  public FulfillmentFlow lock(long flowId) {
    return flows.lock(flowId).orElseThrow(() -> new UnknownRecord("flow", flowId));
  }

  /** The case's status follows from what its flow is doing now. */
  void reflect(FlowContext context) {
    Case worked = context.workedCase();
    CaseStatus before = worked.status();
    worked.progress(statusFor(context));
    history.caseChanged(context, before, "");
  }

  FlowContext load(FulfillmentFlow flow, String actor) {
    List<Long> id = List.of(flow.id());
    PublishedProcess process = catalog.require(flow.processName(), flow.processVersion());
    boolean staged = process.bundle().flow(flow.name()).orElseThrow() instanceof FulfillmentFlowDefinition.Orchestration;
    return new FlowContext(
        flow,
        cases.find(flow.caseId()).orElseThrow(() -> new UnknownRecord("case", flow.caseId())),
        cases.requestOf(flow.caseId()),
        process,
        staged ? flows.stagesOf(id) : List.of(),
        flows.stepsOf(id),
        actor,
        clock.instant());
  }

  void advance(FlowContext context, FlowEvent event) {
    FlowMachine machine = context.process().machines().get(context.flow().name());
    for (Decision decision : machine.decide(context.snapshot(), event)) {
      store.apply(context, decision);
    }
    if (context.flow().state() == FlowState.COMPLETED && context.workedCase().status() != CaseStatus.CLOSED) {
      closeAtEnd(context);
    }
    reflect(context);
    if (!context.calls().isEmpty()) {
      leased.fire(new CallsLeased(context.calls()));
    }
  }

  /** A case closes with the last of its flows (specification, section H). */
  private void closeAtEnd(FlowContext context) {
    boolean othersRun =
        flows.flowsOf(context.workedCase().id()).stream()
            .anyMatch(flow -> flow.id() != context.flow().id() && !FlowState.TABLE.isFinal(flow.state()));
    if (!othersRun) {
      CaseStatus before = context.workedCase().status();
      context.workedCase().close(Resolution.FULFILLED, "", context.now());
      history.caseChanged(context, before, "flow " + context.flow().name() + " is completed");
    }
  }

  private static CaseStatus statusFor(FlowContext context) {
    if (context.flow().state() == FlowState.ERROR) {
      return CaseStatus.ESCALATED;
    }
    boolean waiting = context.steps().stream().anyMatch(step -> step.state() == StepState.WAITING);
    boolean active =
        context.steps().stream()
            .anyMatch(step -> step.state() == StepState.IN_PROGRESS || step.state() == StepState.READY);
    return waiting && !active ? CaseStatus.WAITING : CaseStatus.IN_PROGRESS;
  }
}
