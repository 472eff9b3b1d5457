package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.Correction;
import org.casebound.fulfillment.desk.FlowDesk;
import org.casebound.fulfillment.desk.IncidentDesk;
import org.casebound.fulfillment.desk.Skip;
import org.casebound.fulfillment.intake.RequestCatalog;
import org.jspecify.annotations.Nullable;

/**
 * The part of the case page with which operators let a flow go on: retry, retry with changed data, skip, suspend, resume, cancel.
 * Each needs a reason. A retry says that the step was queued again, never that it succeeded.
 */
@Named
@ViewScoped
public class FlowSteering implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FlowDesk flows;
  @Inject private IncidentDesk incidents;
  @Inject private RequestCatalog catalog;
  @Inject private CasePage page;
  @Inject private Texts texts;
  @Inject private Visitor visitor;

  private final ChangedValue change = new ChangedValue();
  private String reason = "";
  private String outcome = "";
  private String problem = "";

  /** Tries the failed step again, with another value of the request if one was chosen. */
  public void retry(long incident) {
    command(() -> incidents.retry(incident, new Correction(reason.strip(), Map.of(), change.in(getAttributes()))), "steer.retried");
  }

  /** Ends the failed step with the outcome that was entered. */
  public void skip(long incident) {
    command(() -> incidents.skip(incident, new Skip(reason.strip(), outcome.strip(), Map.of())), "steer.skipped");
  }

  /** Stops the flow for a while; its timers and the promised times of the case stand still, too. */
  public void suspend(long flow) {
    command(() -> flows.suspend(flow, reason.strip(), true, true), "steer.suspended");
  }

  /** Lets the flow go on. */
  public void resume(long flow) {
    page.change(() -> flows.resume(flow), "steer.resumed");
  }

  /** Ends the flow; the case stays open, to be worked by hand. */
  public void cancel(long flow) {
    command(() -> flows.cancel(flow, reason.strip()), "steer.canceled");
  }

  /** Runs a command that needs a reason. */
  void command(Runnable command, String said) {
    problem = reason.isBlank() ? texts.of("steer.reasonMissing") : "";
    if (problem.isEmpty()) {
      page.change(command, said);
    }
  }

  /** What can be changed before a retry. */
  public List<AttributeDefinition> getAttributes() {
    return ChangedValue.changeable(catalog.active(), page.getView().process().name());
  }

  /** Whether flows are this visitor's business. */
  public boolean isAllowed() {
    return visitor.isOperator();
  }

  /** Whether something of the case still runs or stopped. */
  public boolean isNeeded() {
    return !page.getIncidents().isEmpty() || page.getView().flows().stream().anyMatch(this::mayCancel);
  }

  /** Whether the flow runs and may be suspended. */
  public boolean maySuspend(FlowView flow) {
    return visitor.isOperator() && flow.state() == FlowState.IN_PROGRESS;
  }

  /** Whether the flow is suspended and may go on. */
  public boolean mayResume(FlowView flow) {
    return visitor.isOperator() && flow.state() == FlowState.SUSPENDED;
  }

  /** Whether the flow has not ended. */
  public boolean mayCancel(FlowView flow) {
    return visitor.isOperator() && !FlowState.TABLE.isFinal(flow.state());
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public ChangedValue getChange() {
    return change;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String outcome) {
    this.outcome = outcome == null ? "" : outcome;
  }

  public String getProblem() {
    return problem;
  }
}
