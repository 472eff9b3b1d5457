package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.RetryProgress;
import org.casebound.fulfillment.desk.Correction;
import org.casebound.fulfillment.desk.FlowDesk;
import org.casebound.fulfillment.desk.IncidentDesk;
import org.casebound.fulfillment.desk.IncidentDetail;
import org.casebound.fulfillment.desk.Skip;
import org.casebound.fulfillment.intake.RequestCatalog;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One incident: what happened, what helps, what was decided, and what became of that. A retry is fixed only once the step has passed. */
@Named
@ViewScoped
public class IncidentPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private IncidentDesk desk;
  @Inject private FlowDesk flows;
  @Inject private RequestCatalog catalog;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private long id;
  private transient IncidentDetail view;
  private final ChangedValue change = new ChangedValue();
  private String reason = "";
  private String outcome = "";
  private String problem = "";

  /** Reads the incident. */
  public void open() {
    id = RecordId.of(path);
    notices.read(() -> desk.get(id)).ifPresent(found -> view = found);
  }

  /** Tries the failed step again, with another value of the request if one was chosen. */
  public void retry() {
    decide(() -> desk.retry(id, new Correction(reason.strip(), Map.of(), change.in(getAttributes()))), "incident.retried");
  }

  /** Ends the failed step with the outcome that was chosen. */
  public void skip() {
    decide(() -> desk.skip(id, new Skip(reason.strip(), outcome, Map.of())), "incident.skipped");
  }

  /** Cancels the flow. */
  public void cancel() {
    decide(() -> desk.cancel(id, reason.strip()), "incident.canceled");
  }

  /** Lets the flow stand still while its retry is on the way. */
  public void suspend() {
    decide(() -> flows.suspend(view.incident().flowId(), reason.strip(), true, true), "incident.suspended");
  }

  /** Lets a suspended flow go on. */
  public void resume() {
    run(() -> flows.resume(view.incident().flowId()), "incident.resumed");
  }

  private void decide(Runnable command, String said) {
    problem = reason.isBlank() ? texts.of("steer.reasonMissing") : "";
    if (problem.isEmpty()) {
      run(command, said);
    } else {
      open();
    }
  }

  /** Runs a command; then the page is read again, and says what was done or why it was refused. */
  private void run(Runnable command, String said) {
    if (notices.runs(command)) {
      notices.success(texts.of(said));
      Address.of("/ops/incident/" + id).go();
    } else {
      open();
    }
  }

  /** What usually helps. */
  public String getRemedy() {
    return texts.of("remedy." + Remedy.of(view.incident().code(), view.incident().connector()));
  }

  /** What can be changed before a retry. */
  public List<AttributeDefinition> getAttributes() {
    return ChangedValue.changeable(catalog.active(), view.incident().process());
  }

  /** The address of the place of the flow on the page of its case. */
  public String getFlowAddress() {
    return Address.of("/case/" + view.incident().caseNumber()).place("flow-" + view.incident().flowId()).toString();
  }

  /** Whether the page changes by itself: a retry is on its way. */
  public boolean isMoving() {
    return view.retry().map(RetryProgress::state).filter(state -> !state.ended()).isPresent();
  }

  /** Whether the visitor may decide, and there is something to decide. */
  public boolean isDecidable() {
    return visitor.isOperator() && view.open();
  }

  /** Whether the flow runs and may be suspended. */
  public boolean isSuspendable() {
    return visitor.isOperator() && view.flowState() == FlowState.IN_PROGRESS;
  }

  /** Whether the flow is suspended and may go on. */
  public boolean isResumable() {
    return visitor.isOperator() && view.flowState() == FlowState.SUSPENDED;
  }

  public IncidentDetail getView() {
    return view;
  }

  public ChangedValue getChange() {
    return change;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
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
