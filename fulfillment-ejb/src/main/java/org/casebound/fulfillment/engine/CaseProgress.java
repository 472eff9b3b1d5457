package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Resolution;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.studio.PublishedProcess;

/** What the progress of its flows means for a case. Works in the caller's transaction. */
@Dependent
class CaseProgress {
  private static final Set<FlowState> UNDER_WAY =
      EnumSet.of(FlowState.IN_PROGRESS, FlowState.SUSPENDED, FlowState.ERROR);

  @Inject private FlowRepository flows;
  @Inject private NewRecords records;
  @Inject private CaseHistory history;

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

  /**
   * A case closes when the flow that fulfills it has ended and no other flow is under way (specification, section H). Flows that
   * only accompany a case that people work do not close it.
   */
  void closeAtEnd(FlowContext context) {
    if (context.flow().state() != FlowState.COMPLETED || context.workedCase().status() == CaseStatus.CLOSED) {
      return;
    }
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

  /** The other flows of the case that have begun and not ended. */
  List<FulfillmentFlow> othersUnderWay(FlowContext context) {
    return othersOf(context).filter(flow -> UNDER_WAY.contains(flow.state())).toList();
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
