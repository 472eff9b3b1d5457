package org.casebound.domain.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.casebound.domain.shared.RuleViolation;

/** Whether a second person is needed to publish a process. There is one rule for the installation. */
@Entity
@Table(name = "publication_rule")
public class PublicationRule {
  /** Its id. */
  public static final long ONLY = 1;

  @Id private long id;

  @Column(name = "four_eyes")
  private boolean fourEyes;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected PublicationRule() {}

  /** From now on a second person is needed, or is not. */
  public void change(boolean needed, String who, Instant now) {
    fourEyes = needed;
    changedBy = who;
    changedAt = now;
  }

  /** @throws RuleViolation REVIEW-005 when nobody may publish alone */
  public void requireAlone() {
    if (fourEyes) {
      throw new RuleViolation(
          "REVIEW-005",
          "A second person is needed to publish here. Write a draft and hand it in, or import the archive without activating it; another process owner does the rest.");
    }
  }

  /** Whether a second person is needed. */
  public boolean fourEyes() {
    return fourEyes;
  }

  /** A user, or the system. */
  public String changedBy() {
    return changedBy;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
