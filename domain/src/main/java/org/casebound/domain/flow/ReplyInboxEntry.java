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
import org.casebound.domain.shared.RuleViolation;
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

  /** Counted by a statement of its own: a copy must not collide with what is done with the first one. */
  @Column(updatable = false)
  private int copies;

  @Column(name = "handled_by")
  private @Nullable String handledBy;

  @Column(name = "handled_why", length = 4000)
  private @Nullable String handledWhy;

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

  /**
   * The entry answered the try.
   *
   * @throws RuleViolation STATE-001 when it is matched or discarded already
   */
  public void match(long attempt, Instant now) {
    state = ReplyState.TABLE.change(state, ReplyState.MATCHED);
    attemptId = attempt;
    matchedAt = now;
  }

  /** A person said which call it answers. */
  public void matchedBy(String user, String why) {
    handledBy = user;
    handledWhy = why;
  }

  /**
   * A person put the entry aside: it answers nothing.
   *
   * @throws RuleViolation STATE-001 when it is matched or discarded already
   */
  public void discard(String user, String why) {
    state = ReplyState.TABLE.change(state, ReplyState.DISCARDED);
    handledBy = user;
    handledWhy = why;
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

  /** How often the same message came again; the first one counts. */
  public int copies() {
    return copies;
  }

  /** The person who matched or discarded it. */
  public Optional<String> handledBy() {
    return Optional.ofNullable(handledBy);
  }

  /** Why. */
  public Optional<String> handledWhy() {
    return Optional.ofNullable(handledWhy);
  }

  public Optional<Long> attemptId() {
    return Optional.ofNullable(attemptId);
  }
}
