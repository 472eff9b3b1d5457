package org.casebound.fulfillment.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.casebound.domain.cases.CaseNumber;
import org.jspecify.annotations.Nullable;

/** An idempotency key that was used, and the answer that it gave. */
@Entity
@Table(name = "intake_key")
public class IntakeKey {
  @EmbeddedId private Id id;

  @Column(name = "body_sha256", updatable = false)
  private String bodySha256;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "request_id", updatable = false)
  private long requestId;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected IntakeKey() {}

  /**
   * @param bodySha256 hash of what was asked, so that another body under the same key is noticed
   */
  public IntakeKey(Id id, String bodySha256, Receipt answer, Instant now) {
    this.id = id;
    this.bodySha256 = bodySha256;
    this.caseId = answer.caseId();
    this.requestId = answer.serviceCatalogRequestId();
    this.createdAt = now;
  }

  /** Whether the key was used for this body. */
  public boolean isFor(String otherBodySha256) {
    return bodySha256.equals(otherBodySha256);
  }

  /** The answer given then. */
  public Receipt receipt() {
    return new Receipt(caseId, new CaseNumber(caseId).toString(), requestId);
  }

  /** Keys of different callers do not meet. */
  @Embeddable
  public static class Id implements Serializable {
    private static final long serialVersionUID = 1L;

    private String caller;

    @Column(name = "idempotency_key")
    private String key;

    @SuppressWarnings("NullAway.Init")
    protected Id() {}

    public Id(String caller, String key) {
      this.caller = caller;
      this.key = key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id that && caller.equals(that.caller) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return Objects.hash(caller, key);
    }
  }
}
