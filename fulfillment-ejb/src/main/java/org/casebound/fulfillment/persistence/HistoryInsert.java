package org.casebound.fulfillment.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.casebound.domain.cases.HistoryEntry;

/** Writes rows of the history, many in one statement; Hibernate would need one for each. */
final class HistoryInsert {
  private static final String INSERT =
      "insert into history_entry (id, case_id, happened_at, actor, subject, name, from_state, to_state, why, followed_by) values ";
  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Most rows of one statement; a small number, because each number of rows is another text for the database to prepare. */
  private static final int MOST = 16;

  private HistoryInsert() {}

  static void into(Connection connection, List<HistoryRow> rows) throws SQLException {
    for (int from = 0; from < rows.size(); from += MOST) {
      List<HistoryRow> some = rows.subList(from, Math.min(from + MOST, rows.size()));
      try (PreparedStatement insert = connection.prepareStatement(INSERT + ", ".concat(ROW).repeat(some.size()).substring(2))) {
        int column = 0;
        for (HistoryRow row : some) {
          HistoryEntry first = row.first();
          insert.setLong(++column, row.id());
          insert.setLong(++column, first.caseId());
          insert.setObject(++column, first.happenedAt().atOffset(ZoneOffset.UTC));
          insert.setString(++column, first.actor());
          insert.setString(++column, first.subject().name());
          insert.setString(++column, first.name());
          insert.setString(++column, first.fromState());
          insert.setString(++column, first.toState());
          insert.setString(++column, first.why());
          insert.setString(++column, row.followedBy());
        }
        insert.executeUpdate();
      }
    }
  }
}
