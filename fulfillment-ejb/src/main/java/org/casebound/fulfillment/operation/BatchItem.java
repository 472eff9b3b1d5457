package org.casebound.fulfillment.operation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.casebound.domain.flow.RetryProgress;
import org.jspecify.annotations.Nullable;

/** One target of a batch and what became of it. */
@Entity
@Table(name = "operation_batch_item")
public class BatchItem {
  private static final int MAX_MESSAGE = 4000;

  @EmbeddedId private Key key;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "step_name", updatable = false)
  private String step;

  @Enumerated(EnumType.STRING)
  private BatchItemState state;

  @Column(length = MAX_MESSAGE)
  private String message;

  @Column(name = "later_incident")
  private @Nullable Long laterIncident;

  @Column(name = "acted_at")
  private @Nullable Instant actedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected BatchItem() {}

  /**
   * A target whose turn has not come.
   *
   * @param targetId id of the incident, or of the flow
   * @param step API name of the step that stopped; empty text for a flow
   */
  public BatchItem(long batchId, long targetId, long flowId, long caseId, String step) {
    this.key = new Key(batchId, targetId);
    this.flowId = flowId;
    this.caseId = caseId;
    this.step = step;
    this.state = BatchItemState.PENDING;
    this.message = "";
  }

  /** Batch and target. */
  @Embeddable
  public static class Key {
    @Column(name = "batch_id")
    private long batchId;

    @Column(name = "target_id")
    private long targetId;

    protected Key() {}

    public Key(long batchId, long targetId) {
      this.batchId = batchId;
      this.targetId = targetId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.batchId == batchId && key.targetId == targetId;
    }

    @Override
    public int hashCode() {
      return Objects.hash(batchId, targetId);
    }
  }

  /** Its step is tried again; what becomes of it is awaited. */
  void tried(Instant now) {
    state = BatchItemState.TRIED;
    actedAt = now;
  }

  /** It has its result. */
  void end(BatchItemState result, String why, Instant now) {
    state = result;
    message = why.length() > MAX_MESSAGE ? why.substring(0, MAX_MESSAGE) : why;
    actedAt = actedAt == null ? now : actedAt;
    endedAt = now;
  }

  /** Takes in what became of its retry. */
  void learn(RetryProgress progress, Instant now) {
    laterIncident = progress.laterIncident().orElse(null);
    if (progress.state().ended()) {
      end(BatchItemState.of(progress.state()), progress.message(), now);
    } else if (!message.equals(progress.message())) {
      message = progress.message();
    }
  }

  public long targetId() {
    return key.targetId;
  }

  public long flowId() {
    return flowId;
  }

  public long caseId() {
    return caseId;
  }

  public String step() {
    return step;
  }

  public BatchItemState state() {
    return state;
  }

  /** Why it was refused or failed again, or what it waits for, word for word; may be empty. */
  public String message() {
    return message;
  }

  /** The incident that says that it failed again. */
  public Optional<Long> laterIncident() {
    return Optional.ofNullable(laterIncident);
  }

  /** When its turn came. */
  public Optional<Instant> actedAt() {
    return Optional.ofNullable(actedAt);
  }

  /** When it had its result. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
