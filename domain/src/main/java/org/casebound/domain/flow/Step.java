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
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * One run of a step. A step of a stage that is entered again gets a new row; the newest of a name counts.
 */
@Entity
@Table(name = "flow_step")
public class Step {
  @Id private long id;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  private String stage;

  private String name;

  @Column(name = "stage_entry", updatable = false)
  private int entry;

  @Enumerated(EnumType.STRING)
  private StepState state;

  private int position;

  private @Nullable String outcome;

  @Column(length = 4000)
  private @Nullable String comment;

  @Column(name = "entered_data", length = 1_000_000)
  private Values data;

  @Column(length = 4000)
  private String reason;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Step() {}

  /**
   * A step that is in progress from now on.
   *
   * @param entry the entry of its stage, see {@link Stage#entry()}
   */
  public Step(long id, long flowId, String stage, int entry, String name, Instant now) {
    this.id = id;
    this.flowId = flowId;
    this.stage = stage;
    this.entry = entry;
    this.name = name;
    this.state = StepState.IN_PROGRESS;
    this.data = Values.EMPTY;
    this.reason = "";
    this.startedAt = now;
  }

  /** A step that never began, because its stage ended first. */
  public static Step leftOut(
      long id, long flowId, String stage, int entry, String name, String why, Instant now) {
    Step step = new Step(id, flowId, stage, entry, name, now);
    step.change(StepState.DISCONTINUED, why, now);
    return step;
  }

  public long id() {
    return id;
  }

  /**
   * Changes the state; the end is noted when the step has ended.
   *
   * @param why what it waits for or why it failed; empty when the state speaks for itself
   */
  public void change(StepState next, String why, Instant now) {
    if (state != next) {
      state = StepState.TABLE.change(state, next);
    }
    reason = why.length() > 4000 ? why.substring(0, 4000) : why;
    endedAt = next.ended() ? now : null;
  }

  /** The step stands at the instruction. */
  public void standAt(int instruction) {
    position = instruction;
  }

  /** The definition that the flow goes on in has the step there. */
  public void move(String newStage, String newName, int instruction) {
    stage = newStage;
    name = newName;
    position = instruction;
  }

  /** Keeps data while the step runs. */
  public void keep(Values kept) {
    data = kept;
  }

  /** The step ended well. */
  public void complete(String how, String said, Values entered, Instant now) {
    state = StepState.TABLE.change(state, StepState.COMPLETED);
    reason = "";
    endedAt = now;
    outcome = how;
    comment = said;
    data = entered;
  }

  /** The step as the flow machine sees it. */
  public StepSnapshot snapshot() {
    return new StepSnapshot(
        name, state, position, outcome().orElse(""), comment().orElse(""), data.asMap());
  }

  public long flowId() {
    return flowId;
  }

  public String stage() {
    return stage;
  }

  public String name() {
    return name;
  }

  public int entry() {
    return entry;
  }

  public StepState state() {
    return state;
  }

  public int position() {
    return position;
  }

  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  public Optional<String> comment() {
    return Optional.ofNullable(comment);
  }

  public Values data() {
    return data;
  }

  public String reason() {
    return reason;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
