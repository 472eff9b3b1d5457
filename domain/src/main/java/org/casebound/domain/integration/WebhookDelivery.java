package org.casebound.domain.integration;

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
 * An event for one webhook, written with the change that it tells of. It is sent until the receiver takes it, always with the same id and the
 * same body: one that got it twice can tell. Guarded by the row's version.
 */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery {
  private static final int MAX_ANSWER = 1000;

  @Id private long id;

  @Column(updatable = false)
  private String webhook;

  @Column(name = "message_id", updatable = false)
  private String messageId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private WebhookEvent event;

  @Column(name = "case_id", updatable = false)
  private @Nullable Long caseId;

  @Column(updatable = false, length = 4000)
  private String body;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  private DeliveryState state;

  private int tries;

  @Column(name = "next_at")
  private @Nullable Instant nextAt;

  @Column(name = "tried_at")
  private @Nullable Instant triedAt;

  @Column(name = "took_millis")
  private @Nullable Integer tookMillis;

  private @Nullable Integer status;

  @Column(length = MAX_ANSWER)
  private String answer;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected WebhookDelivery() {}

  /**
   * An event that is to be sent at once.
   *
   * @param webhook name of the webhook
   * @param messageId the same for each try, and for no other event or webhook
   * @param caseId the case that it tells of; null when it tells of none
   * @param body JSON
   */
  public WebhookDelivery(long id, String webhook, String messageId, WebhookEvent event, @Nullable Long caseId, String body, Instant now) {
    this.id = id;
    this.webhook = webhook;
    this.messageId = messageId;
    this.event = event;
    this.caseId = caseId;
    this.body = body;
    this.createdAt = now;
    this.state = DeliveryState.PENDING;
    this.nextAt = now;
    this.answer = "";
  }

  /** The receiver took it. */
  public void delivered(DeliveryTry attempt, Instant now) {
    tried(attempt);
    end(DeliveryState.DELIVERED, now);
  }

  /**
   * The receiver did not take it.
   *
   * @param next when it is tried again; null when it is not
   */
  public void failed(DeliveryTry attempt, @Nullable Instant next, Instant now) {
    tried(attempt);
    nextAt = next;
    if (next == null) {
      end(DeliveryState.DEAD, now);
    }
  }

  /** Others have their turn first. */
  public void postpone(Instant next) {
    nextAt = next;
  }

  /** It waits until its webhook is resumed. */
  public void park() {
    nextAt = null;
  }

  /** It is sent again, with the tries that a new one has. */
  public void again(Instant now) {
    if (state != DeliveryState.PENDING) {
      state = DeliveryState.TABLE.change(state, DeliveryState.PENDING);
    }
    tries = 0;
    nextAt = now;
    endedAt = null;
  }

  private void tried(DeliveryTry attempt) {
    tries++;
    triedAt = attempt.at();
    tookMillis = (int) attempt.took().toMillis();
    status = attempt.status().orElse(null);
    answer = attempt.answer().length() > MAX_ANSWER ? attempt.answer().substring(0, MAX_ANSWER) : attempt.answer();
  }

  private void end(DeliveryState how, Instant now) {
    state = DeliveryState.TABLE.change(state, how);
    nextAt = null;
    endedAt = now;
  }

  public long id() {
    return id;
  }

  public String webhook() {
    return webhook;
  }

  public String messageId() {
    return messageId;
  }

  public WebhookEvent event() {
    return event;
  }

  public Optional<Long> caseId() {
    return Optional.ofNullable(caseId);
  }

  public String body() {
    return body;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public DeliveryState state() {
    return state;
  }

  /** How often it was sent since it was made, or since a person wanted it sent again. */
  public int tries() {
    return tries;
  }

  /** When it is sent next; empty when it is not, or when it waits for its webhook to be resumed. */
  public Optional<Instant> nextAt() {
    return Optional.ofNullable(nextAt);
  }

  /** The last try; empty when there was none. */
  public Optional<Instant> triedAt() {
    return Optional.ofNullable(triedAt);
  }

  /** How long the last try took, in milliseconds. */
  public Optional<Integer> tookMillis() {
    return Optional.ofNullable(tookMillis);
  }

  /** HTTP status of the last answer; empty when there was none. */
  public Optional<Integer> status() {
    return Optional.ofNullable(status);
  }

  /** The beginning of the last answer, or why there was none. */
  public String answer() {
    return answer;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public int version() {
    return version;
  }
}
