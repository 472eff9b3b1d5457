package org.casebound.fulfillment.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.casebound.domain.shared.Values;
import org.jspecify.annotations.Nullable;

/** What one person has typed on the page of a work item and not decided yet. Written by a statement of its own, only read here. */
@Entity
@Table(name = "work_item_draft")
public class WorkDraft {
  /** Longest draft as JSON, in characters. */
  public static final int LONGEST = 200_000;

  @EmbeddedId private Id id;

  @Column(name = "body", length = LONGEST)
  private Values typed;

  @Column(name = "saved_at")
  private Instant savedAt;

  @SuppressWarnings("NullAway.Init")
  protected WorkDraft() {}

  /** Values by the name of their field, each a list of texts. */
  public Values typed() {
    return typed;
  }

  public Instant savedAt() {
    return savedAt;
  }

  /** Whose draft of which item. */
  @Embeddable
  public static class Id implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "work_item_id")
    private long itemId;

    @Column(name = "user_name")
    private String user;

    @SuppressWarnings("NullAway.Init")
    protected Id() {}

    public Id(long itemId, String user) {
      this.itemId = itemId;
      this.user = user;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id that && itemId == that.itemId && user.equals(that.user);
    }

    @Override
    public int hashCode() {
      return Objects.hash(itemId, user);
    }
  }
}
