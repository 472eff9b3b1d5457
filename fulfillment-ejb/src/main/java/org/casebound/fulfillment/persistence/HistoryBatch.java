package org.casebound.fulfillment.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.HistoryEntry.Subject;

/** What one transaction adds to the histories of cases: as few rows as may be. Used by the one thread of the transaction. */
final class HistoryBatch {
  /** Most changes of one row, so that the longest ones fit into its column. */
  static final int MOST = 100;

  private record Row(long id, List<HistoryEntry> changes) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<Long, Row> newest = new LinkedHashMap<>();

  /** @param ids gives the row an id if the change needs one of its own; later ids are greater */
  void add(HistoryEntry change, LongSupplier ids) {
    Row row = newest.get(change.caseId());
    if (row == null || !follows(row, change)) {
      row = new Row(ids.getAsLong(), new ArrayList<>());
      rows.add(row);
      newest.put(change.caseId(), row);
    }
    row.changes().add(change);
  }

  /** What is to be written; the next change begins a new row. */
  List<HistoryRow> take() {
    List<HistoryRow> taken = rows.stream().map(row -> new HistoryRow(row.id(), row.changes())).toList();
    rows.clear();
    newest.clear();
    return taken;
  }

  /**
   * Whether the change may be one that follows the others of the row. What {@link CaseErasure} takes out, values of requests and what people
   * wrote, must stand in columns of a row of its own, where SQL finds it.
   */
  private static boolean follows(Row row, HistoryEntry change) {
    return row.changes().size() < MOST
        && row.changes().get(0).actor().equals(change.actor())
        && change.subject() != Subject.REQUEST
        && (change.why().isEmpty() || change.actor().equals(HistoryEntry.SYSTEM));
  }
}
