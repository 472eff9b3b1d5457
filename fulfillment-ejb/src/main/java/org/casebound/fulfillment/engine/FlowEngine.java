package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
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
import org.casebound.domain.flow.RecordChange;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Resolution;
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
  private static final Set<FlowState> UNDER_WAY =
      EnumSet.of(FlowState.IN_PROGRESS, FlowState.SUSPENDED, FlowState.ERROR);

  @Inject private FlowRepository flows;
  @Inject private CaseRepository cases;
  @Inject private ProcessCatalog catalog;
  @Inject private DecisionStore store;
  @Inject private CaseHistory history;
  @Inject private CaseCourse course;
  @Inject private Clock clock;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private RecordAnswers recordAnswers;
  @Inject private EarlyEvents earlyEvents;
  @Inject private StepTimers timers;
  @Inject private CallHandover handover;
  @Inject private Event<ChangedByFlow> changed;

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
    reflect(context);
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
    return context.process().machine(flow).decide(context.snapshot(), event);
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
   * The case's status follows from what the flow that fulfills it is doing now. One that only accompanies the case shows in it
   * when it fails, and no longer once it goes on.
   */
  void reflect(FlowContext context) {
    Case worked = context.workedCase();
    CaseStatus before = worked.status();
    boolean failed = context.flow().state() == FlowState.ERROR;
    if (failed || context.process().isFulfillment(context.flow().name())) {
      worked.progress(statusFor(context));
    } else if (before == CaseStatus.ESCALATED) {
      worked.progress(CaseStatus.IN_PROGRESS);
    }
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
    boolean staged = process.hasStages(flow.name());
    CaseRepository.Filed filed =
        cases.findFiled(flow.caseId()).orElseThrow(() -> new UnknownRecord("case", flow.caseId()));
    return new FlowContext(
        flow,
        filed.workedCase(),
        filed.request(),
        process,
        staged ? flows.stagesOf(id) : List.of(),
        flows.stepsOf(id),
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
    if (context.flow().state() == FlowState.COMPLETED && context.workedCase().status() != CaseStatus.CLOSED) {
      closeAtEnd(context);
    }
    if (undo) {
      undo(context, machine);
    }
    reflect(context);
    course.changed(context.workedCase(), context.request(), context.process(), context.actor(), context.now());
    if (!context.calls().isEmpty()) {
      handover.hand(context);
    }
    tellTriggers(context, before);
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

  /** What a flow changes may start others. */
  private void tellTriggers(FlowContext context, FlowSnapshot before) {
    if (context.process().triggeredFlows(false).isEmpty()) {
      return;
    }
    FlowSnapshot after = context.snapshot();
    RecordChange change =
        RecordChange.updated(before.caseFacts(), after.caseFacts(), before.request(), after.request());
    if (!change.records().isEmpty()) {
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

  /**
   * A case closes when the flow that fulfills it has ended and no other flow is under way (specification, section H). Flows that
   * only accompany a case that people work do not close it.
   */
  private void closeAtEnd(FlowContext context) {
    PublishedProcess process = context.process();
    List<FulfillmentFlow> others = othersOf(context).toList();
    boolean fulfilled =
        process.isFulfillment(context.flow().name())
            || others.stream()
                .anyMatch(flow -> process.isFulfillment(flow.name()) && flow.state() == FlowState.COMPLETED);
    if (fulfilled && others.stream().noneMatch(flow -> UNDER_WAY.contains(flow.state()))) {
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
