package org.casebound.domain.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What those who work a case write to its requester, or he to them. Plain text; written once, and read once by the other side.
 *
 * <p>Not thread-safe. Two people who read it at once note the same.
 */
@Entity
@Table(name = "case_message")
public class CaseMessage {
  /** Longest message, in characters. */
  public static final int LONGEST = 4000;

  /** So long after its end a requester may still write about a case; later a new request is what he wants. */
  public static final Duration AFTERWARDS = Duration.ofDays(30);

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private MessageSide side;

  @Column(updatable = false)
  private String author;

  @Column(name = "body", updatable = false, length = LONGEST)
  private String text;

  @Column(name = "document_id", updatable = false)
  private @Nullable Long documentId;

  @Column(name = "sent_at", updatable = false)
  private Instant sentAt;

  @Column(name = "read_at")
  private @Nullable Instant readAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseMessage() {}

  /**
   * A message that nobody has read yet.
   *
   * @param text 1 to {@value #LONGEST} characters, without the spaces around it
   * @param documentId document of the case that came with it; null when none did
   * @throws RuleViolation MESSAGE-001 when the text is empty or too long, MESSAGE-002 when the requester may not write any more
   */
  public CaseMessage(long id, Case about, MessageSide side, String author, String text, @Nullable Long documentId, Instant now) {
    this.id = id;
    this.caseId = about.id();
    this.side = side;
    this.author = author;
    this.text = checked(text.strip());
    this.documentId = documentId;
    this.sentAt = now;
    if (!mayWrite(about, side, now)) {
      throw new RuleViolation(
          "MESSAGE-002",
          "Case %s ended more than %d days ago; file a new request instead.".formatted(about.number(), AFTERWARDS.toDays()));
    }
  }

  private static String checked(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new RuleViolation("MESSAGE-001", "A message has 1 to %d characters.".formatted(LONGEST));
    }
    return text;
  }

  /** Whether that side may write about the case: those who work it always, its requester until thirty days after its end. */
  public static boolean mayWrite(Case about, MessageSide side, Instant now) {
    return side == MessageSide.STAFF || about.closedAt().filter(end -> now.isAfter(end.plus(AFTERWARDS))).isEmpty();
  }

  /** The other side has read it; the first time counts. */
  public void read(Instant now) {
    readAt = readAt == null ? now : readAt;
  }

  public long id() {
    return id;
  }

  public long caseId() {
    return caseId;
  }

  /** Who wrote it: the author's side at that time. */
  public MessageSide side() {
    return side;
  }

  public String author() {
    return author;
  }

  public String text() {
    return text;
  }

  /** The document of the case that came with it. */
  public Optional<Long> documentId() {
    return Optional.ofNullable(documentId);
  }

  public Instant sentAt() {
    return sentAt;
  }

  /** When the other side has read it; empty while it has not. */
  public Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }
}
