package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowMachine;
import org.casebound.domain.flow.FlowSnapshot;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.WaitingFor;
import org.casebound.domain.flow.ParkedEvent;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.cases.CaseCourse;
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
  @Inject private CaseCourse course;
  @Inject private Clock clock;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private RecordAnswers recordAnswers;
  @Inject private EarlyEvents earlyEvents;
  @Inject private StepTimers timers;
  @Inject private CallHandover handover;
  @Inject private CaseProgress progress;
  @Inject private ChangeNews news;

  /** A new run of a flow for a case; it has not started. */
  FlowContext begin(
      Case workedCase,
      ServiceCatalogRequest request,
      PublishedProcess process,
      FulfillmentFlowDefinition definition,
      String actor,
      Start start) {
    FulfillmentFlow flow =
        new FulfillmentFlow(
            ids.next(RecordKind.FLOW),
            workedCase.id(),
            request.id(),
            process.process().name(),
            process.process().version(),
            definition.name(),
            start.run(),
            start.depth(),
            clock.instant());
    flow.happened();
    records.add(flow);
    return new FlowContext(flow, workedCase, request, process, List.of(), List.of(), actor, clock.instant());
  }

  /**
   * What is particular to a start.
   *
   * @param run which run of the flow for the case it is, counting from 1
   * @param depth how many flows led to it
   */
  record Start(int run, int depth) {}

  /** The flow can not go on; a person decides. */
  void fail(FlowContext context, RuleViolation cause) {
    store.apply(context, new Decision.FlowFailed(cause.code(), String.valueOf(cause.getMessage())));
    progress.reflect(context);
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
   * The flow as it is now, for looking ahead.
   *
   * @param filed its case
   * @param begun what was begun of it
   */
  public FlowOutlook outlook(FulfillmentFlow flow, CaseRepository.Filed filed, FlowRepository.Begun begun) {
    FlowContext context = context(flow, filed, begun, "");
    return new FlowOutlook(context.process().machine(flow), context.snapshot());
  }

  /**
   * The flow, locked until the transaction ends.
   *
   * @throws UnknownRecord when there is none
   */
  public FulfillmentFlow lock(long flowId) {
    return flows.lock(flowId).orElseThrow(() -> new UnknownRecord("flow", flowId));
  }

  /**
   * The flow of a work item, locked until the transaction ends.
   *
   * @throws UnknownRecord when there is no such item
   */
  public FulfillmentFlow lockOfItem(long workItemId) {
    return flows.lockOfItem(workItemId).orElseThrow(() -> new UnknownRecord("work item", workItemId));
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
    boolean staged = catalog.require(flow.processName(), flow.processVersion()).hasStages(flow.name());
    return context(
        flow,
        cases.requireFiled(flow.caseId()),
        flows.begun(flow.id(), staged),
        actor);
  }

  private FlowContext context(FulfillmentFlow flow, CaseRepository.Filed filed, FlowRepository.Begun begun, String actor) {
    return new FlowContext(
        flow,
        filed.workedCase(),
        filed.request(),
        catalog.require(flow.processName(), flow.processVersion()),
        begun.stages(),
        begun.steps(),
        actor,
        clock.instant());
  }

  void advance(FlowContext context, FlowEvent event) {
    if (context.flow().state() == FlowState.SUSPENDED && ParkedEvent.waits(event)) {
      records.add(
          new ParkedEvent(
              ids.next(RecordKind.PARKED_EVENT), context.flow().id(), context.actor(), event, context.now()));
      return;
    }
    FlowMachine machine = context.process().machine(context.flow());
    FlowSnapshot before = context.snapshot();
    if (event instanceof FlowEvent.EventArrived arrived) {
      forgetTimers(context, machine.waitsFor(before), arrived.name());
    }
    boolean undo = decide(context, machine, before, event);
    progress.closeAtEnd(context);
    if (undo) {
      undo(context, machine);
    }
    progress.reflect(context);
    course.changed(context.workedCase(), context.request(), context.process(), context.actor(), context.now());
    if (!context.calls().isEmpty()) {
      handover.hand(context);
    }
    news.tell(context, before);
  }

  /** Decides, stores, and answers what the flow wants of records and of events that came early, until it wants nothing more; whether it is to be undone. */
  private boolean decide(FlowContext context, FlowMachine machine, FlowSnapshot first, FlowEvent event) {
    boolean undo = false;
    Deque<FlowEvent> answers = new ArrayDeque<>();
    List<Decision> decisions = machine.decide(first, event);
    while (true) {
      for (Decision decision : decisions) {
        store.apply(context, decision);
        recordAnswers.to(context, decision).or(() -> earlyEvents.to(context, decision)).ifPresent(answers::add);
        undo |= decision instanceof Decision.FlowCanceled canceled && !canceled.undo().isEmpty();
      }
      answers.removeIf(answer -> !RecordAnswers.wanted(context, answer));
      if (answers.isEmpty()) {
        return undo;
      }
      decisions = machine.decide(context.snapshot(), answers.remove());
    }
  }

  /** The event ends waits before their time. */
  private void forgetTimers(FlowContext context, List<WaitingFor> waits, String event) {
    waits.stream()
        .filter(wait -> wait.kind() == WaitingFor.Kind.EVENT && wait.what().equals(event))
        .forEach(wait -> timers.cancel(context, wait.step()));
  }

  /** A flow of its own undoes what the canceled one has done. */
  private void undo(FlowContext canceled, FlowMachine machine) {
    FulfillmentFlow flow = canceled.flow();
    FulfillmentFlow undoing =
        new FulfillmentFlow(
            ids.next(RecordKind.FLOW),
            flow.caseId(),
            flow.requestId(),
            flow.processName(),
            flow.processVersion(),
            flow.name() + FlowMachine.UNDO_SUFFIX,
            flow.run(),
            flow.depth(),
            clock.instant());
    undoing.set(machine.undoVariables(canceled.snapshot()).asMap());
    undoing.happened();
    records.add(undoing);
    advance(
        new FlowContext(
            undoing,
            canceled.workedCase(),
            canceled.request(),
            canceled.process(),
            List.of(),
            List.of(),
            canceled.actor(),
            clock.instant()),
        new FlowEvent.Started());
  }
}
