package org.casebound.fulfillment.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.casebound.domain.cases.HistoryEntry;

/** Writes lines of the history, many in one statement; Hibernate would need one for each. */
final class HistoryInsert {
  private static final String INSERT =
      "insert into history_entry (id, case_id, happened_at, actor, subject, name, from_state, to_state, why) values ";
  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Most lines of one statement; a small number, because each number of lines is another text for the database to prepare. */
  private static final int MOST = 16;

  private HistoryInsert() {}

  static void into(Connection connection, List<HistoryEntry> entries) throws SQLException {
    for (int from = 0; from < entries.size(); from += MOST) {
      List<HistoryEntry> some = entries.subList(from, Math.min(from + MOST, entries.size()));
      try (PreparedStatement insert = connection.prepareStatement(INSERT + ", ".concat(ROW).repeat(some.size()).substring(2))) {
        int column = 0;
        for (HistoryEntry entry : some) {
          insert.setLong(++column, entry.id());
          insert.setLong(++column, entry.caseId());
          insert.setObject(++column, entry.happenedAt().atOffset(ZoneOffset.UTC));
          insert.setString(++column, entry.actor());
          insert.setString(++column, entry.subject().name());
          insert.setString(++column, entry.name());
          insert.setString(++column, entry.fromState());
          insert.setString(++column, entry.toState());
          insert.setString(++column, entry.why());
        }
        insert.executeUpdate();
      }
    }
  }
}
