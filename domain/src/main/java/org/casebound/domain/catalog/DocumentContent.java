package org.casebound.domain.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The bytes of a {@link Document}. */
@Entity
@Table(name = "document_content")
public class DocumentContent {
  @Id
  @Column(name = "document_id")
  private long documentId;

  @Column(updatable = false, length = 100_000_000)
  private byte[] content;

  @SuppressWarnings("NullAway.Init")
  protected DocumentContent() {}

  /**
   * @param content not copied; the caller does not change it afterwards
   */
  public DocumentContent(long documentId, byte[] content) {
    this.documentId = documentId;
    this.content = content;
  }

  /** The bytes; not a copy, do not change them. */
  public byte[] content() {
    return content;
  }
}
