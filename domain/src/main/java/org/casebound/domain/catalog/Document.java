package org.casebound.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebound.domain.shared.RuleViolation;

/**
 * A file that came with a request. Its bytes are a {@link DocumentContent} of the same id, so that lists do not read them.
 *
 * <p>One that waits for a scanner gets a result once, and only from the scan; nothing leads out of CLEAN, INFECTED and UNSCANNED.
 */
@Entity
@Table(name = "document")
public class Document {
  private static final int MAX_NOTE = 1000;

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(updatable = false)
  private String requirement;

  @Column(updatable = false)
  private String name;

  @Column(name = "media_type", updatable = false)
  private String mediaType;

  @Column(updatable = false)
  private long bytes;

  @Column(updatable = false)
  private String sha256;

  @Enumerated(EnumType.STRING)
  @Column(name = "scan_state")
  private ScanState scanState;

  @Column(name = "scan_note", length = MAX_NOTE)
  private String scanNote;

  @Column(name = "uploaded_at", updatable = false)
  private Instant uploadedAt;

  @SuppressWarnings("NullAway.Init")
  protected Document() {}

  /**
   * @param requirement name of the document requirement it serves; empty when the process asks for none
   * @param mediaType type found in the content
   * @param bytes size, in bytes
   * @param sha256 hash of the content, lower-case hexadecimal
   * @param toBeScanned whether a scanner is to look at it before anybody gets its bytes
   */
  public Document(
      long id,
      long caseId,
      String requirement,
      String name,
      String mediaType,
      long bytes,
      String sha256,
      boolean toBeScanned,
      Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.requirement = requirement;
    this.name = name;
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.scanState = toBeScanned ? ScanState.PENDING : ScanState.UNSCANNED;
    this.scanNote = "";
    this.uploadedAt = now;
  }

  /**
   * A scanner found nothing.
   *
   * @throws RuleViolation DOC-009 when it waits for no scanner
   */
  public void foundClean() {
    end(ScanState.CLEAN, "");
  }

  /**
   * A scanner found something.
   *
   * @param what what it calls that
   * @throws RuleViolation DOC-009 when it waits for no scanner
   */
  public void foundInfected(String what) {
    end(ScanState.INFECTED, what);
  }

  /**
   * A scanner could not look at it; it goes on waiting.
   *
   * @param why for people
   * @throws RuleViolation DOC-009 when it waits for no scanner
   */
  public void notScanned(String why) {
    end(ScanState.PENDING, why);
  }

  private void end(ScanState state, String note) {
    if (scanState != ScanState.PENDING) {
      throw new RuleViolation("DOC-009", "The document '%s' waits for no scanner; it is %s.".formatted(name, scanState));
    }
    scanState = state;
    scanNote = note.length() > MAX_NOTE ? note.substring(0, MAX_NOTE) : note;
  }

  /** Whether its bytes may be given away. */
  public boolean isReadable() {
    return scanState == ScanState.CLEAN || scanState == ScanState.UNSCANNED;
  }

  /**
   * Its bytes may be given away.
   *
   * @throws RuleViolation DOC-007 as long as a scanner has yet to look at it; DOC-008 when one found something
   */
  public void requireReadable() {
    if (scanState == ScanState.PENDING) {
      throw new RuleViolation("DOC-007", "The document '%s' is being checked for harmful content; try again in a moment.".formatted(name));
    }
    if (scanState == ScanState.INFECTED) {
      throw new RuleViolation(
          "DOC-008", "The document '%s' contains '%s' and is kept away from everybody; ask for another one.".formatted(name, scanNote));
    }
  }

  public long id() {
    return id;
  }

  public long caseId() {
    return caseId;
  }

  public String requirement() {
    return requirement;
  }

  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  public long bytes() {
    return bytes;
  }

  public String sha256() {
    return sha256;
  }

  public ScanState scanState() {
    return scanState;
  }

  /** What a scanner found, or why it could not look yet; empty when there is nothing to say. */
  public String scanNote() {
    return scanNote;
  }

  public Instant uploadedAt() {
    return uploadedAt;
  }
}
