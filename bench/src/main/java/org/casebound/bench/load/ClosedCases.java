package org.casebound.bench.load;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says which cases are closed, by looking into the database: only what is committed counts. For one thread. */
public final class ClosedCases implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement look;

  /** @param connection of an observer; closed with this object */
  public ClosedCases(Connection connection, String table) throws SQLException {
    this.connection = connection;
    this.look = connection.prepareStatement("select id from " + table + " where id = any(?) and status = 'CLOSED'");
  }

  /** Those of these cases that are closed. */
  public List<Long> among(Collection<Long> cases) throws SQLException {
    Array ids = connection.createArrayOf("bigint", cases.toArray());
    look.setArray(1, ids);
    List<Long> closed = new ArrayList<>();
    try (ResultSet rows = look.executeQuery()) {
      while (rows.next()) {
        closed.add(rows.getLong(1));
      }
    }
    ids.free();
    return closed;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
