package org.casebound.fulfillment.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Forbids that anything of a case is erased or purged, from when it was placed until it is lifted. It is kept with the case. */
@Entity
@Table(name = "legal_hold")
public class LegalHold {
  private static final int MAX_REASON = 4000;

  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(updatable = false, length = MAX_REASON)
  private String reason;

  @Column(name = "placed_by", updatable = false)
  private String placedBy;

  @Column(name = "placed_at", updatable = false)
  private Instant placedAt;

  @Column(name = "lift_reason", length = MAX_REASON)
  private @Nullable String liftReason;

  @Column(name = "lifted_by")
  private @Nullable String liftedBy;

  @Column(name = "lifted_at")
  private @Nullable Instant liftedAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected LegalHold() {}

  /** @throws RuleViolation RETAIN-001 without a reason */
  public LegalHold(long id, long caseId, String reason, String placedBy, Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.reason = checked(reason);
    this.placedBy = placedBy;
    this.placedAt = now;
  }

  /** @throws RuleViolation RETAIN-001 without a reason */
  public void lift(String why, String user, Instant now) {
    liftReason = checked(why);
    liftedBy = user;
    liftedAt = now;
  }

  private static String checked(String text) {
    if (text.isBlank() || text.length() > MAX_REASON) {
      throw new RuleViolation("RETAIN-001", "Say why, in 1 to %d characters.".formatted(MAX_REASON));
    }
    return text.strip();
  }

  public long id() {
    return id;
  }

  public String reason() {
    return reason;
  }

  public String placedBy() {
    return placedBy;
  }

  public Instant placedAt() {
    return placedAt;
  }

  public Optional<String> liftReason() {
    return Optional.ofNullable(liftReason);
  }

  public Optional<String> liftedBy() {
    return Optional.ofNullable(liftedBy);
  }

  /** When it ended; empty while it holds. */
  public Optional<Instant> liftedAt() {
    return Optional.ofNullable(liftedAt);
  }
}
