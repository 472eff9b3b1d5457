package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.fulfillment.engine.AttributeChanges;

/**
 * A value that an attribute of a request had, or has.
 *
 * @param value as text, at most 255 characters; empty when there was none or it was erased; dots when masked
 * @param at since when; empty for the first value that a flow gave
 * @param by user name of who gave it, or {@code system}
 */
public record ValueChange(String value, Optional<Instant> at, String by, Source source) {
  /** How a value came into a request. */
  public enum Source {
    /** When the request was filed. */
    INTAKE,
    /** A person entered it in a work item. */
    WORK_ITEM,
    /** A flow computed it, or a back office answered it. */
    FLOW,
    /** A person corrected the request. */
    CORRECTION
  }

  /**
   * The values of an attribute, newest first; none when it never changed.
   *
   * @param asked whether requesters are asked for it; otherwise a flow gave its first value
   * @param history the history of the case, oldest first
   */
  static List<ValueChange> of(String attribute, boolean asked, Case seen, List<HistoryEntry> history) {
    List<HistoryEntry> changes =
        history.stream().filter(entry -> entry.subject() == HistoryEntry.Subject.REQUEST && entry.name().equals(attribute)).toList();
    List<ValueChange> values = new ArrayList<>();
    if (!changes.isEmpty() && !changes.get(0).fromState().isEmpty()) {
      String first = changes.get(0).fromState();
      values.add(
          asked
              ? new ValueChange(first, Optional.of(seen.createdAt()), seen.requester(), Source.INTAKE)
              : new ValueChange(first, Optional.empty(), HistoryEntry.SYSTEM, Source.FLOW));
    }
    changes.forEach(change -> values.add(new ValueChange(change.toState(), Optional.of(change.happenedAt()), change.actor(), source(change))));
    Collections.reverse(values);
    return List.copyOf(values);
  }

  private static Source source(HistoryEntry change) {
    if (change.actor().equals(HistoryEntry.SYSTEM)) {
      return Source.FLOW;
    }
    return change.why().equals(AttributeChanges.BY_FLOW) ? Source.WORK_ITEM : Source.CORRECTION;
  }

  /** The same for somebody who may not read the value. */
  ValueChange masked() {
    return new ValueChange(CaseViews.MASK, at, by, source);
  }
}
