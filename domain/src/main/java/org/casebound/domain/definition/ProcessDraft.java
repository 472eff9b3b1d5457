package org.casebound.domain.definition;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.jspecify.annotations.Nullable;

/** What process owners write before they publish it: the text of a bundle, with mistakes if need be. One for each process. */
@Entity
@Table(name = "process_draft")
public class ProcessDraft {
  @Id private String name;

  @Column(length = 1_100_000)
  private String text;

  @Column(name = "updated_by")
  private String updatedBy;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** Everybody who wrote a part of it: none of them approves it. */
  @ElementCollection
  @CollectionTable(name = "process_draft_author", joinColumns = @JoinColumn(name = "draft"))
  @Column(name = "author")
  private Set<String> authors = new HashSet<>();

  @Column(name = "handed_in_by")
  private @Nullable String handedInBy;

  @Column(name = "handed_in_at")
  private @Nullable Instant handedInAt;

  @Column(name = "returned_by")
  private @Nullable String returnedBy;

  @Column(name = "return_reason", length = 4000)
  private @Nullable String returnReason;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected ProcessDraft() {}

  /** @param name API name of the process */
  public ProcessDraft(String name, String text, String who, Instant now) {
    this.name = name;
    this.text = text;
    this.updatedBy = who;
    this.updatedAt = now;
    this.authors.add(who);
  }

  /**
   * Another text; when it was handed in, it must be so again.
   *
   * @param read the version that the author has read
   * @throws StaleRecord PROC-002 when it was changed since
   */
  public void write(String newText, int read, String who, Instant now) {
    requireUnchanged(read);
    text = newText;
    updatedBy = who;
    updatedAt = now;
    authors.add(who);
    handedInBy = null;
    handedInAt = null;
  }

  /**
   * Asks another person to publish it.
   *
   * @throws StaleRecord PROC-002 when it was changed since that version was read
   */
  public void handIn(int read, String who, Instant now) {
    requireUnchanged(read);
    handedInBy = who;
    handedInAt = now;
    returnedBy = null;
    returnReason = null;
  }

  /**
   * Gives it back to its authors.
   *
   * @param reason what they are to mend
   * @throws RuleViolation REVIEW-001 when it was not handed in
   */
  public void sendBack(int read, String who, String reason) {
    requireUnchanged(read);
    requireHandedIn();
    handedInBy = null;
    handedInAt = null;
    returnedBy = who;
    returnReason = reason;
  }

  /**
   * Insists on a second person.
   *
   * @throws RuleViolation REVIEW-001 when it was not handed in
   * @throws ForbiddenAction REVIEW-003 when that is one of its authors
   */
  public void requireApprover(String who) {
    requireHandedIn();
    if (authors.contains(who)) {
      throw new ForbiddenAction(
          "REVIEW-003", "You wrote a part of this draft; a process owner who wrote none of it must publish it.");
    }
  }

  private void requireHandedIn() {
    if (handedInBy == null) {
      throw new RuleViolation(
          "REVIEW-001", "The draft of process '%s' is not handed in. Its author hands it in, then another process owner publishes it.".formatted(name));
    }
  }

  /** @throws StaleRecord PROC-002 when it was changed since that version was read */
  public void requireUnchanged(int read) {
    if (read != version) {
      throw new StaleRecord(
          "PROC-002",
          "%s changed this draft at %s (version %d, yours is %d). Read it again, then add what you have written."
              .formatted(updatedBy, updatedAt.truncatedTo(ChronoUnit.SECONDS), version, read));
    }
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** Who wrote it last. */
  public String updatedBy() {
    return updatedBy;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /** Everybody who wrote a part of it, by name. */
  public List<String> authors() {
    return authors.stream().sorted().toList();
  }

  /** Who asked another person to publish it; empty when nobody did since it was written or returned. */
  public Optional<String> handedInBy() {
    return Optional.ofNullable(handedInBy);
  }

  public Optional<Instant> handedInAt() {
    return Optional.ofNullable(handedInAt);
  }

  /** Who gave it back last; empty once it is handed in again. */
  public Optional<String> returnedBy() {
    return Optional.ofNullable(returnedBy);
  }

  public Optional<String> returnReason() {
    return Optional.ofNullable(returnReason);
  }

  /** To be given back with the next change. */
  public int version() {
    return version;
  }
}
