package org.casebound.fulfillment.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened outside and that a case was told: stored first, once per case and id of the event. One that no step
 * awaits yet waits; the first step that awaits it takes it.
 */
@Entity
@Table(name = "case_event")
public class CaseEvent {
  /** What became of it. */
  public enum State {
    /** No step has awaited it yet. */
    WAITING,
    /** The steps that awaited it went on. */
    TAKEN
  }

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "event_id", updatable = false)
  private String eventId;

  @Column(updatable = false)
  private String name;

  @Column(updatable = false, length = 1_000_000)
  private Values data;

  @Column(updatable = false)
  private String sender;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "taken_at")
  private @Nullable Instant takenAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected CaseEvent() {}

  /** An event that waits. */
  public CaseEvent(
      long id, long caseId, String eventId, String name, Map<String, Object> data, String sender, Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.eventId = eventId;
    this.name = name;
    this.data = new Values(data);
    this.sender = sender;
    this.state = State.WAITING;
    this.receivedAt = now;
  }

  /** The steps that awaited it go on. */
  public void take(Instant now) {
    state = State.TAKEN;
    takenAt = now;
  }

  /** What its sender was told first. */
  public State firstAnswer() {
    return takenAt().filter(receivedAt::equals).isPresent() ? State.TAKEN : State.WAITING;
  }

  /** Whether it says the same as another of its id. */
  public boolean isSame(String otherName, Map<String, Object> otherData) {
    return name.equals(otherName) && data.saysTheSameAs(new Values(otherData));
  }

  public long id() {
    return id;
  }

  public long caseId() {
    return caseId;
  }

  public String eventId() {
    return eventId;
  }

  public String name() {
    return name;
  }

  public Values data() {
    return data;
  }

  public String sender() {
    return sender;
  }

  public State state() {
    return state;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Optional<Instant> takenAt() {
    return Optional.ofNullable(takenAt);
  }
}
