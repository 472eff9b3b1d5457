package org.casebound.domain.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.casebound.domain.shared.RuleViolation;

/**
 * That two cases have to do with each other. There is one link of two cases at most; it is kept as what the case of the smaller id is to the other.
 * Written once.
 */
@Entity
@Table(name = "case_link")
public class CaseLink {
  /** Longest reason, in characters. */
  public static final int LONGEST = 1000;

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "other_id", updatable = false)
  private long otherId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private CaseRelation relation;

  @Column(updatable = false, length = LONGEST)
  private String reason;

  @Column(name = "linked_by", updatable = false)
  private String author;

  @Column(name = "linked_at", updatable = false)
  private Instant linkedAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseLink() {}

  /**
   * Links a case with another one.
   *
   * @param relation what the case is to the other
   * @param reason why; may be empty
   * @throws RuleViolation LINK-001 when both are the same case, LINK-003 when the reason is too long
   */
  public CaseLink(long id, CaseNumber about, CaseRelation relation, CaseNumber other, String reason, String author, Instant now) {
    if (about.equals(other)) {
      throw new RuleViolation("LINK-001", "Case %s can not be linked with itself; give another number.".formatted(about));
    }
    boolean first = about.id() < other.id();
    this.id = id;
    this.caseId = Math.min(about.id(), other.id());
    this.otherId = Math.max(about.id(), other.id());
    this.relation = first ? relation : relation.inverse();
    this.reason = reason.strip();
    this.author = author;
    this.linkedAt = now;
    if (this.reason.length() > LONGEST) {
      throw new RuleViolation("LINK-003", "The reason of a link has at most %d characters.".formatted(LONGEST));
    }
  }

  /** What that one of the two is to the other. */
  public CaseRelation relationOf(CaseNumber one) {
    return one.id() == caseId ? relation : relation.inverse();
  }

  public long id() {
    return id;
  }

  /** Why; empty when nobody said. */
  public String reason() {
    return reason;
  }

  public String author() {
    return author;
  }

  public Instant linkedAt() {
    return linkedAt;
  }
}
