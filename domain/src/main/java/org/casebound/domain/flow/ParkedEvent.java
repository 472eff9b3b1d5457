package org.casebound.domain.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebound.domain.shared.Values;

/** Something that happened to a flow while it was suspended; it is told to the flow, in order, when that is resumed. */
@Entity
@Table(name = "parked_event")
public class ParkedEvent {
  @Id private long id;

  @Column(name = "flow_id", updatable = false)
  private long flowId;

  @Column(updatable = false)
  private String actor;

  @Column(updatable = false, length = 1_000_000)
  private Values event;

  @Column(name = "parked_at", updatable = false)
  private Instant parkedAt;

  @SuppressWarnings("NullAway.Init")
  protected ParkedEvent() {}

  /**
   * @param actor who or what caused the event
   * @throws IllegalArgumentException when it is no event that happens to a suspended flow, see {@link ParkedEventCodec}
   */
  public ParkedEvent(long id, long flowId, String actor, FlowEvent event, Instant now) {
    this.id = id;
    this.flowId = flowId;
    this.actor = actor;
    this.event = ParkedEventCodec.write(event);
    this.parkedAt = now;
  }

  public long id() {
    return id;
  }

  public long flowId() {
    return flowId;
  }

  public String actor() {
    return actor;
  }

  /** Whether the event is one of those that wait until a suspended flow is resumed. */
  public static boolean waits(FlowEvent event) {
    return ParkedEventCodec.waits(event);
  }

  /** What happened. */
  public FlowEvent event() {
    return ParkedEventCodec.read(event);
  }

  public Instant parkedAt() {
    return parkedAt;
  }
}
