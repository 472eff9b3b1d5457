package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
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
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private CallHandover handover;

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
            ids.next(RecordKind.FLOW),
            filed.id(),
            request.id(),
            process.process().name(),
            process.process().version(),
            definition.name(),
            clock.instant());
    flow.happened();
    records.add(flow);
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
    FlowContext context = read(flow, "");
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

  /** The flow for an event that may change it. */
  FlowContext load(FulfillmentFlow flow, String actor) {
    if (!records.of(Object.class).isEmpty()) {
      records.save();
    }
    FlowContext context = read(flow, actor);
    flow.happened();
    return context;
  }

  /** The flow for an event that may change it, without reading anything; a change by others shows when it is saved. */
  FlowContext take(FlowInHand hand, String actor) {
    flows.attach(hand.records());
    FulfillmentFlow flow = hand.flow();
    flow.happened();
    return new FlowContext(
        flow,
        hand.workedCase(),
        hand.request(),
        catalog.require(flow.processName(), flow.processVersion()),
        hand.stages(),
        hand.steps(),
        actor,
        clock.instant());
  }

  private FlowContext read(FulfillmentFlow flow, String actor) {
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
      handover.hand(context);
    }
  }

  /** A case closes with the last of its flows (specification, section H). */
  private void closeAtEnd(FlowContext context) {
    if (othersOf(context).allMatch(flow -> FlowState.TABLE.isFinal(flow.state()))) {
      CaseStatus before = context.workedCase().status();
      context.workedCase().close(Resolution.FULFILLED, "", context.now());
      history.caseChanged(context, before, "flow " + context.flow().name() + " is completed");
    }
  }

  /** The other flows of the case, those included that are not in the database yet. */
  private Stream<FulfillmentFlow> othersOf(FlowContext context) {
    long caseId = context.workedCase().id();
    Stream<FulfillmentFlow> stored =
        records.holds(context.workedCase()) ? Stream.empty() : flows.flowsOf(caseId).stream();
    return Stream.concat(records.of(FulfillmentFlow.class).stream(), stored)
        .filter(flow -> flow.caseId() == caseId && flow.id() != context.flow().id());
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
