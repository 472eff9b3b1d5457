package org.casebound.fulfillment.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/** What one person has begun to ask of a service and not filed yet. Written by a statement of its own, only read here. */
@Entity
@Table(name = "request_draft")
public class RequestDraft {
  /** Longest draft as JSON, in characters. */
  public static final int LONGEST = 200_000;

  /** How long a draft is kept after it was saved last. */
  public static final Duration KEPT = Duration.ofDays(30);

  @EmbeddedId private Id id;

  @Column(name = "process_version")
  private int version;

  @Column(name = "body", length = LONGEST)
  private Values typed;

  @Column(name = "saved_at")
  private Instant savedAt;

  @SuppressWarnings("NullAway.Init")
  protected RequestDraft() {}

  /** Version of the process whose form it was. */
  public int version() {
    return version;
  }

  /** Values by the name of their field, each a list of texts. */
  public Values typed() {
    return typed;
  }

  public Instant savedAt() {
    return savedAt;
  }

  /** Whose draft of which process. */
  @Embeddable
  public static class Id implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "user_name")
    private String user;

    @Column(name = "process_name")
    private String process;

    @SuppressWarnings("NullAway.Init")
    protected Id() {}

    public Id(String user, String process) {
      this.user = user;
      this.process = process;
    }

    public String user() {
      return user;
    }

    /** API name. */
    public String process() {
      return process;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id that && user.equals(that.user) && process.equals(that.process);
    }

    @Override
    public int hashCode() {
      return Objects.hash(user, process);
    }
  }
}
