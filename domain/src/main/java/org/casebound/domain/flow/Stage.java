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
 * One run of a stage. A stage that is entered again gets a new row.
 */
@Entity
@Table(name = "flow_stage")
public class Stage {
  @Id private long id;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  private String name;

  @Column(name = "stage_entry", updatable = false)
  private int entry;

  @Enumerated(EnumType.STRING)
  private StageState state;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Stage() {}

  /**
   * A stage that is in progress from now on.
   *
   * @param entry how many stages the flow has entered, this one included
   */
  public Stage(long id, long flowId, String name, int entry, Instant now) {
    this.id = id;
    this.flowId = flowId;
    this.name = name;
    this.entry = entry;
    this.state = StageState.IN_PROGRESS;
    this.startedAt = now;
  }

  public long id() {
    return id;
  }

  /** The definition that the flow goes on in calls the stage so. */
  public void rename(String newName) {
    name = newName;
  }

  /** Changes the state; the end is noted when the stage has ended. */
  public void change(StageState next, Instant now) {
    if (state != next) {
      state = StageState.TABLE.change(state, next);
      endedAt = StageState.TABLE.isFinal(next) ? now : null;
    }
  }

  public long flowId() {
    return flowId;
  }

  public String name() {
    return name;
  }

  public int entry() {
    return entry;
  }

  public StageState state() {
    return state;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
