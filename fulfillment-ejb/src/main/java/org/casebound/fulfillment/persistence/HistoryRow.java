package org.casebound.fulfillment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.cases.HistoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * A change of state of a case, and what followed from it in the same transaction. Rows are added, never changed.
 *
 * <p>The first change stands in columns, so that SQL finds it; the others are JSON ({@link LaterChanges}). Rows of before there was
 * such a column have one change each.
 */
@Entity
@Table(name = "history_entry")
public class HistoryRow {
  @Id private long id;

  @Column(name = "case_id", updatable = false)
  private long caseId;

  @Column(name = "happened_at", updatable = false)
  private Instant happenedAt;

  @Column(updatable = false)
  private String actor;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private HistoryEntry.Subject subject;

  @Column(updatable = false)
  private String name;

  @Column(name = "from_state", updatable = false)
  private String fromState;

  @Column(name = "to_state", updatable = false)
  private String toState;

  @Column(updatable = false)
  private String why;

  @Column(name = "followed_by", updatable = false)
  private @Nullable String followedBy;

  @SuppressWarnings("NullAway.Init")
  protected HistoryRow() {}

  /** @param changes of one case by one actor, in order; not empty */
  HistoryRow(long id, List<HistoryEntry> changes) {
    HistoryEntry first = changes.get(0);
    this.id = id;
    this.caseId = first.caseId();
    this.happenedAt = first.happenedAt();
    this.actor = first.actor();
    this.subject = first.subject();
    this.name = first.name();
    this.fromState = first.fromState();
    this.toState = first.toState();
    this.why = first.why();
    this.followedBy = changes.size() == 1 ? null : LaterChanges.toJson(first, changes.subList(1, changes.size()));
  }

  /** The changes in order. */
  Stream<HistoryEntry> changes() {
    HistoryEntry first = first();
    return followedBy == null ? Stream.of(first) : Stream.concat(Stream.of(first), LaterChanges.of(first, followedBy));
  }

  long id() {
    return id;
  }

  /** The first change. */
  HistoryEntry first() {
    return new HistoryEntry(caseId, happenedAt, actor, subject, name, fromState, toState, why);
  }

  /** The others as they are stored; null when there is none. */
  @Nullable String followedBy() {
    return followedBy;
  }
}
