package org.casebound.domain.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Step;

/** Where a work item comes from. It never changes, but for the name of its step when the flow goes on in another version. */
@MappedSuperclass
public abstract class WorkOrigin {
  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  @Column(name = "step_id", updatable = false)
  private long stepId;

  @Column(name = "step_name")
  private String stepName;

  @Column(name = "process_name", updatable = false)
  private String processName;

  @Column(updatable = false)
  private String label;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected WorkOrigin() {}

  WorkOrigin(FulfillmentFlow flow, Step step, String label, Instant now) {
    this.caseId = flow.caseId();
    this.flowId = flow.id();
    this.stepId = step.id();
    this.stepName = step.name();
    this.processName = flow.processName();
    this.label = label;
    this.createdAt = now;
  }

  /** The definition that the flow goes on in calls the step so. */
  public void rename(String newStepName) {
    stepName = newStepName;
  }

  public long caseId() {
    return caseId;
  }

  public long flowId() {
    return flowId;
  }

  public long stepId() {
    return stepId;
  }

  public String stepName() {
    return stepName;
  }

  public String processName() {
    return processName;
  }

  /** What people call it: the label of its step. */
  public String label() {
    return label;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
