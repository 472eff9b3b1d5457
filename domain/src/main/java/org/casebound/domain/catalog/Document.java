package org.casebound.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file that came with a request. Its bytes are a {@link DocumentContent} of the same id, so that lists do not read them. */
@Entity
@Table(name = "document")
public class Document {
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

  @Column(name = "uploaded_at", updatable = false)
  private Instant uploadedAt;

  @SuppressWarnings("NullAway.Init")
  protected Document() {}

  /**
   * @param requirement name of the document requirement it serves; empty when the process asks for none
   * @param mediaType type found in the content
   * @param bytes size, in bytes
   * @param sha256 hash of the content, lower-case hexadecimal
   */
  public Document(
      long id,
      long caseId,
      String requirement,
      String name,
      String mediaType,
      long bytes,
      String sha256,
      Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.requirement = requirement;
    this.name = name;
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.scanState = ScanState.UNSCANNED;
    this.uploadedAt = now;
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

  public Instant uploadedAt() {
    return uploadedAt;
  }
}
