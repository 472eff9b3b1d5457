package org.casebound.domain.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a service process: its bundle as canonical JSON, and the text that a person wrote; both never change.
 */
@Entity
@Table(name = "process_definition")
public class ProcessVersion {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "process_definition_seq")
  @SequenceGenerator(name = "process_definition_seq", sequenceName = "process_definition_seq", allocationSize = 50)
  private @Nullable Long id;

  @Column(updatable = false)
  private String name;

  @Column(name = "process_version", updatable = false)
  private int processVersion;

  @Enumerated(EnumType.STRING)
  private ProcessState state;

  /** The process while this is its active version, nothing otherwise: unique, so that two publishers can not both win. */
  @Column(name = "active_of")
  private @Nullable String activeOf;

  @Column(updatable = false, length = 1_000_000)
  private String document;

  @Column(updatable = false)
  private String sha256;

  @Column(updatable = false, length = 1_100_000)
  private @Nullable String source;

  @Column(name = "published_at", updatable = false)
  private Instant publishedAt;

  @Column(name = "published_by", updatable = false)
  private String publishedBy;

  @Column(name = "approved_by")
  private @Nullable String approvedBy;

  @Column(name = "changed_at")
  private @Nullable Instant changedAt;

  @Column(name = "changed_by")
  private @Nullable String changedBy;

  @Column(name = "change_reason", length = 4000)
  private @Nullable String changeReason;

  @SuppressWarnings("NullAway.Init")
  protected ProcessVersion() {}

  private ProcessVersion(
      String name, int processVersion, ProcessState state, String document, String sha256, String source, String publishedBy, Instant now) {
    this.name = name;
    this.processVersion = processVersion;
    this.state = state;
    this.activeOf = state == ProcessState.ACTIVE ? name : null;
    this.document = document;
    this.sha256 = sha256;
    this.source = source;
    this.publishedBy = publishedBy;
    this.publishedAt = now;
  }

  /**
   * A version that can be requested from now on.
   *
   * @param document the bundle as canonical JSON
   * @param sha256 hash of the document, lower-case hexadecimal
   * @param source the bundle as its author wrote it
   * @param publishedBy a user, or the system
   */
  public static ProcessVersion active(
      String name, int processVersion, String document, String sha256, String source, String publishedBy, Instant now) {
    return new ProcessVersion(name, processVersion, ProcessState.ACTIVE, document, sha256, source, publishedBy, now);
  }

  /** The same, saved only: it can not be requested until somebody activates it. */
  public static ProcessVersion inactive(
      String name, int processVersion, String document, String sha256, String source, String publishedBy, Instant now) {
    return new ProcessVersion(name, processVersion, ProcessState.DRAFT, document, sha256, source, publishedBy, now);
  }

  /** A second person, who approved it before it was published. */
  public ProcessVersion approvedBy(Optional<String> person) {
    approvedBy = person.orElse(null);
    return this;
  }

  /** The id; only a saved record has one. */
  public long id() {
    if (id == null) {
      throw new IllegalStateException("not saved yet");
    }
    return id;
  }

  /**
   * It can not be requested any more; open cases keep it.
   *
   * @throws RuleViolation PROC-001 when it is retired already
   */
  public void retire(String who, String why, Instant now) {
    change(ProcessState.RETIRED, who, why, now);
  }

  /**
   * It can be requested again.
   *
   * @throws RuleViolation PROC-001 when it can be already
   */
  public void activate(String who, String why, Instant now) {
    change(ProcessState.ACTIVE, who, why, now);
  }

  /**
   * Insists that it is activated by another person than the one who saved it.
   *
   * @throws ForbiddenAction REVIEW-002 when that is who saved it
   */
  public void requireOther(String who) {
    if (publishedBy.equals(who)) {
      throw new ForbiddenAction(
          "REVIEW-002", "You saved version %d of process '%s' yourself; another process owner must activate it.".formatted(processVersion, name));
    }
  }

  /** @throws RuleViolation PROC-001 when it is active */
  public void requireInactive() {
    requireOtherThan(ProcessState.ACTIVE);
  }

  private void requireOtherThan(ProcessState next) {
    if (state == next) {
      throw new RuleViolation(
          "PROC-001", "Version %d of process '%s' is %s already.".formatted(processVersion, name, next.name().toLowerCase(Locale.ROOT)));
    }
  }

  private void change(ProcessState next, String who, String why, Instant now) {
    requireOtherThan(next);
    state = next;
    activeOf = next == ProcessState.ACTIVE ? name : null;
    changedBy = who;
    changeReason = why;
    changedAt = now;
  }

  public String name() {
    return name;
  }

  public int processVersion() {
    return processVersion;
  }

  public ProcessState state() {
    return state;
  }

  public String document() {
    return document;
  }

  public String sha256() {
    return sha256;
  }

  public Instant publishedAt() {
    return publishedAt;
  }

  /** The bundle as its author wrote it; one published before texts were kept is its canonical JSON, which is YAML, too. */
  public String source() {
    return source == null ? document : source;
  }

  /** A user, or the system. */
  public String publishedBy() {
    return publishedBy;
  }

  /** When it was retired or made active again; empty when it never was. */
  public Optional<Instant> changedAt() {
    return Optional.ofNullable(changedAt);
  }

  /** Who did that; empty text when nobody did. */
  public String changedBy() {
    return changedBy == null ? "" : changedBy;
  }

  /** Why; may be empty. */
  public String changeReason() {
    return changeReason == null ? "" : changeReason;
  }
}
