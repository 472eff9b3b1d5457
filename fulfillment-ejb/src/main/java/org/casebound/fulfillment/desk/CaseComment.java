package org.casebound.fulfillment.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody who works a case says about it to the others who do. Plain text; written once. */
@Entity
@Table(name = "case_comment")
public class CaseComment {
  /** Longest comment, in characters. */
  public static final int LONGEST = 4000;

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(updatable = false)
  private String author;

  @Column(name = "body", updatable = false, length = LONGEST)
  private String text;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseComment() {}

  CaseComment(long id, long caseId, String author, String text, Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.author = author;
    this.text = text;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public long caseId() {
    return caseId;
  }

  public String author() {
    return author;
  }

  public String text() {
    return text;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
