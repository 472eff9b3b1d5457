package org.casebound.bench.twin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One connection of the twin with its prepared statements, no commit but the explicit one. For one thread at a time. */
final class TwinSession {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  TwinSession(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /** Runs one inserting or updating statement; exactly one row must be touched. */
  void change(String sql, Object... values) throws SQLException {
    int rows = bound(sql, values).executeUpdate();
    if (rows != 1) {
      throw new SQLException("Expected one row, got " + rows + ": " + sql);
    }
  }

  /** Reads all rows of a query and forgets them. */
  void read(String sql, Object... values) throws SQLException {
    try (var rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void close() throws SQLException {
    connection.close();
  }
}
