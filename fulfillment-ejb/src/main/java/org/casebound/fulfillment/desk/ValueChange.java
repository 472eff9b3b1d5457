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
 * @param by user name of who gave it, or with whose action the flow went on that gave it; {@code system} when it was nobody's
 */
public record ValueChange(String value, Optional<Instant> at, String by, Source source) {
  /** How a value came into a request. */
  public enum Source {
    /** When the request was filed. */
    INTAKE,
    /** A flow gave it: it was computed, entered in a work item, answered by a back office, or given to a step that was tried again. */
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
              ? new ValueChange(first, Optional.of(seen.createdAt()), filer(seen, history), Source.INTAKE)
              : new ValueChange(first, Optional.empty(), HistoryEntry.SYSTEM, Source.FLOW));
    }
    changes.forEach(change -> values.add(new ValueChange(change.toState(), Optional.of(change.happenedAt()), change.actor(), source(change))));
    Collections.reverse(values);
    return List.copyOf(values);
  }

  /** Who filed the case, perhaps for somebody else. */
  private static String filer(Case seen, List<HistoryEntry> history) {
    return history.stream().filter(entry -> entry.subject() == HistoryEntry.Subject.CASE).findFirst().map(HistoryEntry::actor).orElse(seen.requester());
  }

  private static Source source(HistoryEntry change) {
    return change.why().equals(AttributeChanges.BY_FLOW) ? Source.FLOW : Source.CORRECTION;
  }

  /** The same for somebody who may not read the value. */
  ValueChange masked() {
    return new ValueChange(CaseViews.MASK, at, by, source);
  }
}
