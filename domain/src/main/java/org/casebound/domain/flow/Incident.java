package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

  @Column(name = "step_name", updatable = false)
  private String stepName;

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

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Incident() {}

  /**
   * @param stepName the step that stopped; empty when the flow stopped between steps
   * @param code stable code of the cause
   * @param message the cause, word for word
   */
  public Incident(
      long id,
      long caseId, long flowId, String stepName, String code, String message, Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.flowId = flowId;
    this.stepName = stepName;
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

  public long caseId() {
    return caseId;
  }

  public long flowId() {
    return flowId;
  }

  public String stepName() {
    return stepName;
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
}
