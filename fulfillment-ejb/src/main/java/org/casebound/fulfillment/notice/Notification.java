package org.casebound.fulfillment.notice;

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

/** One thing told to one person or to the people of one queue. */
@Entity
@Table(name = "notification")
public class Notification {
  private static final int MAX_SUBJECT = 255;
  private static final int MAX_TEXT = 20_000;
  private static final int MAX_MESSAGE = 4000;

  /** Who is told. */
  public enum Recipient {
    /** A user, in the console. */
    USER,
    /** The people of a queue, in the console; read by one it is read for all. */
    QUEUE,
    /** A mail address. */
    MAIL
  }

  /** What it is about: a case, a process or a webhook. */
  public record About(Optional<Long> caseId, Optional<String> process, Optional<String> webhook) {
    /** A case. */
    public static About aCase(long id) {
      return new About(Optional.of(id), Optional.empty(), Optional.empty());
    }

    /** A process, by its name. */
    public static About aProcess(String name) {
      return new About(Optional.empty(), Optional.of(name), Optional.empty());
    }

    /** A webhook, by its name. */
    public static About aWebhook(String name) {
      return new About(Optional.empty(), Optional.empty(), Optional.of(name));
    }
  }

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private @Nullable Long caseId;

  @Column(name = "process_name", updatable = false)
  private @Nullable String processName;

  @Column(updatable = false)
  private @Nullable String webhook;

  @Enumerated(EnumType.STRING)
  @Column(name = "recipient_kind", updatable = false)
  private Recipient kind;

  @Column(updatable = false)
  private String recipient;

  @Column(updatable = false)
  private String subject;

  @Column(name = "body", updatable = false, length = MAX_TEXT)
  private String text;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "read_at")
  private @Nullable Instant readAt;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  private int tries;

  @Column(length = MAX_MESSAGE)
  private String message;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Notification() {}

  /** A new one; a mail is due at once. Subject and text are cut where they are too long. */
  public Notification(
      long id, About about, Recipient kind, String recipient, String subject, String text, Instant now) {
    this(id, about, kind, recipient, subject, text, now, kind == Recipient.MAIL ? now : null);
  }

  /** Something told to a user in the console, that he also has by mail then unless he has read it by that time. */
  static Notification withMail(long id, About about, String user, String subject, String text, Instant now, Instant mailAt) {
    return new Notification(id, about, Recipient.USER, user, subject, text, now, mailAt);
  }

  private Notification(
      long id,
      About about,
      Recipient kind,
      String recipient,
      String subject,
      String text,
      Instant now,
      @Nullable Instant dueAt) {
    this.id = id;
    this.caseId = about.caseId().orElse(null);
    this.processName = about.process().orElse(null);
    this.webhook = about.webhook().orElse(null);
    this.kind = kind;
    this.recipient = recipient;
    this.subject = subject.length() > MAX_SUBJECT ? subject.substring(0, MAX_SUBJECT) : subject;
    this.text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    this.createdAt = now;
    this.dueAt = dueAt;
    this.message = "";
  }

  /** A person has read it. */
  public void read(Instant now) {
    if (readAt == null) {
      readAt = now;
      dueAt = null;
    }
  }

  /** A node sends the mail; no other looks at it before the lease ends. */
  void lease(Instant leaseEnd) {
    dueAt = leaseEnd;
  }

  /** The mail was handed over to the mail server. */
  void sent() {
    dueAt = null;
    tries++;
    message = "";
  }

  /**
   * The mail could not be sent.
   *
   * @param next when it is tried again; null when it is not
   */
  void failed(String why, @Nullable Instant next) {
    dueAt = next;
    tries++;
    message = why.length() > MAX_MESSAGE ? why.substring(0, MAX_MESSAGE) : why;
  }

  public long id() {
    return id;
  }

  public About about() {
    return new About(Optional.ofNullable(caseId), Optional.ofNullable(processName), Optional.ofNullable(webhook));
  }

  public Recipient kind() {
    return kind;
  }

  public String recipient() {
    return recipient;
  }

  public String subject() {
    return subject;
  }

  public String text() {
    return text;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }

  /** When the mail is to be sent, or when what was told in the console goes by mail as well; empty when there is none to send. */
  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  /** How often sending the mail was tried. */
  public int tries() {
    return tries;
  }

  /** Why the mail could not be sent at the last try; empty when it could. */
  public String message() {
    return message;
  }
}
