package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must decide: retries used up, outcome in doubt, error in a definition.
 */
@Entity
@Table(name = "incident")
public class Incident {
  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  @Column(name = "process_name", updatable = false)
  private String processName;

  @Column(name = "step_name", updatable = false)
  private String stepName;

  @Column(updatable = false)
  private String connector;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false, length = 4000)
  private String message;

  @Column(name = "raised_at", updatable = false)
  private Instant raisedAt;

  @Column(name = "resolved_at")
  private @Nullable Instant resolvedAt;

  @Column(name = "resolved_by")
  private @Nullable String resolvedBy;

  @Enumerated(EnumType.STRING)
  private @Nullable IncidentDecision decision;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Incident() {}

  /**
   * @param flow the flow that stopped
   * @param stepName the step that stopped; empty when the flow stopped between steps
   * @param connector short name of the connector whose call stopped it; empty when it was no call
   * @param code stable code of the cause
   * @param message the cause, word for word
   */
  public Incident(
      long id, FulfillmentFlow flow, String stepName, String connector, String code, String message, Instant now) {
    this.id = id;
    this.caseId = flow.caseId();
    this.flowId = flow.id();
    this.processName = flow.processName();
    this.stepName = stepName;
    this.connector = connector;
    // A back office's code may be of any length.
    this.code = code.length() > 80 ? code.substring(0, 80) : code;
    this.message = message.length() > 4000 ? message.substring(0, 4000) : message;
    this.raisedAt = now;
  }

  public long id() {
    return id;
  }

  /** The step went on, or the flow ended. */
  public void resolve(String by, Instant now) {
    resolvedAt = now;
    resolvedBy = by;
  }

  /** A person decided what becomes of it. */
  public void decide(IncidentDecision what, String by, Instant now) {
    resolve(by, now);
    decision = what;
  }

  public long caseId() {
    return caseId;
  }

  public long flowId() {
    return flowId;
  }

  public String processName() {
    return processName;
  }

  public String stepName() {
    return stepName;
  }

  /** Short name of the connector whose call failed; empty when it was no call. */
  public String connector() {
    return connector;
  }

  public String code() {
    return code;
  }

  public String message() {
    return message;
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  public Optional<Instant> resolvedAt() {
    return Optional.ofNullable(resolvedAt);
  }

  public Optional<String> resolvedBy() {
    return Optional.ofNullable(resolvedBy);
  }

  /** What a person decided; empty while it is open, and when it was settled by what happened to its flow. */
  public Optional<IncidentDecision> decision() {
    return Optional.ofNullable(decision);
  }
}
