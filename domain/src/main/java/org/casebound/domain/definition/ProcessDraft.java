package org.casebound.domain.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.casebound.domain.shared.StaleRecord;

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

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected ProcessDraft() {}

  /** @param name API name of the process */
  public ProcessDraft(String name, String text, String who, Instant now) {
    this.name = name;
    this.text = text;
    this.updatedBy = who;
    this.updatedAt = now;
  }

  /**
   * Another text.
   *
   * @param read the version that the author has read
   * @throws StaleRecord PROC-002 when it was changed since
   */
  public void write(String newText, int read, String who, Instant now) {
    requireUnchanged(read);
    text = newText;
    updatedBy = who;
    updatedAt = now;
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

  /** To be given back with the next change. */
  public int version() {
    return version;
  }
}
