package org.casebound.domain.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change of state: who, what, when, from, to, why. Rows are added, never changed. */
@Entity
@Table(name = "history_entry")
public class HistoryEntry {
  /** Actor of changes that no person made. */
  public static final String SYSTEM = "system";

  private static final int MAX_STATE = 255;
  private static final int MAX_WHY = 4000;

  /** What changed. */
  public enum Subject {
    CASE,
    REQUEST,
    MILESTONE,
    FLOW,
    STAGE,
    STEP,
    WORK_ITEM
  }

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "happened_at", updatable = false)
  private Instant happenedAt;

  @Column(updatable = false)
  private String actor;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Subject subject;

  @Column(updatable = false)
  private String name;

  @Column(name = "from_state", updatable = false)
  private String fromState;

  @Column(name = "to_state", updatable = false)
  private String toState;

  @Column(updatable = false, length = MAX_WHY)
  private String why;

  @SuppressWarnings("NullAway.Init")
  protected HistoryEntry() {}

  /**
   * @param actor user name, or {@link #SYSTEM}
   * @param name API name of the flow, stage, step, milestone or attribute; number of the case
   * @param fromState empty for something new
   * @param why reason in words; empty when the change speaks for itself
   */
  public HistoryEntry(
      long id,
      long caseId,
      Instant happenedAt,
      String actor,
      Subject subject,
      String name,
      String fromState,
      String toState,
      String why) {
    this.id = id;
    this.caseId = caseId;
    this.happenedAt = happenedAt;
    this.actor = actor;
    this.subject = subject;
    this.name = name;
    this.fromState = cut(fromState, MAX_STATE);
    this.toState = cut(toState, MAX_STATE);
    this.why = cut(why, MAX_WHY);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  public long id() {
    return id;
  }

  public long caseId() {
    return caseId;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public String actor() {
    return actor;
  }

  public Subject subject() {
    return subject;
  }

  public String name() {
    return name;
  }

  public String fromState() {
    return fromState;
  }

  public String toState() {
    return toState;
  }

  public String why() {
    return why;
  }
}
