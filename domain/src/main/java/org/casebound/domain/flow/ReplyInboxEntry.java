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
 * An acknowledgement as it came in: stored before anything else is done with it, unique per connector and message.
 */
@Entity
@Table(name = "reply_inbox")
public class ReplyInboxEntry {
  @Id private long id;

  @Column(updatable = false)
  private String connector;

  @Column(name = "message_id", updatable = false)
  private String messageId;

  @Column(updatable = false)
  private @Nullable String reference;

  @Column(name = "idempotency_key", updatable = false)
  private @Nullable String idempotencyKey;

  @Enumerated(EnumType.STRING)
  private ReplyState state;

  @Column(updatable = false, length = 1_000_000)
  private Values reply;

  @Column(name = "attempt_id")
  private @Nullable Long attemptId;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "matched_at")
  private @Nullable Instant matchedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected ReplyInboxEntry() {}

  /**
   * @param reference reference that the back office gave when it accepted the call; null when the message has none
   * @param idempotencyKey key of the call; null when the message has none
   * @param reply the answer as values: {@code status}, {@code code}, {@code message}, {@code result}
   */
  public ReplyInboxEntry(
      long id,
      String connector,
      String messageId,
      @Nullable String reference,
      @Nullable String idempotencyKey,
      ReplyState state,
      Values reply,
      Instant now) {
    this.id = id;
    this.connector = connector;
    this.messageId = messageId;
    this.reference = reference;
    this.idempotencyKey = idempotencyKey;
    this.state = state;
    this.reply = reply;
    this.receivedAt = now;
  }

  public long id() {
    return id;
  }

  /** The entry answered the try. */
  public void match(long attempt, Instant now) {
    state = ReplyState.MATCHED;
    attemptId = attempt;
    matchedAt = now;
  }

  public String connector() {
    return connector;
  }

  public String messageId() {
    return messageId;
  }

  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  public ReplyState state() {
    return state;
  }

  public Values reply() {
    return reply;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Optional<Instant> matchedAt() {
    return Optional.ofNullable(matchedAt);
  }

  public Optional<Long> attemptId() {
    return Optional.ofNullable(attemptId);
  }
}
