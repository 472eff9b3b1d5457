package org.casebound.bench.profile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.casebound.bench.measure.DatabaseMeter;
import org.casebound.bench.report.Table;
import org.casebound.bench.rig.Postgres;

/** What the database did per case: the statements of the product, and the write-ahead log by table, index and kind of record. */
public final class DatabaseReport {
  private static final String STATEMENTS =
      """
      select case when toplevel then '' else '(in a statement) ' end || regexp_replace(left(query, 150), '\\s+', ' ', 'g'),
        round(calls::numeric / ?, 2), round(rows::numeric / ?, 2), round((total_exec_time / calls)::numeric, 3),
        round((total_exec_time / ?)::numeric, 3), round(wal_bytes / ?, 0)
      from pg_stat_statements s join pg_roles r on r.oid = s.userid
      where rolname = ? and calls > ? / 100.0 order by total_exec_time desc""";
  private static final String LOG =
      """
      select coalesce(c.relname, '(other)') || ' ' || resource_manager || '/' || record_type,
        round(count(*)::numeric / ?, 2), round(sum(record_length)::numeric / ?, 0), round(sum(images)::numeric / ?, 0)
      from (
        select start_lsn, min(relfilenode) filter (where block_id = 0) relfilenode, min(resource_manager) resource_manager,
          min(record_type) record_type, min(record_length) record_length, sum(block_fpi_length) images
        from pg_get_wal_block_info(?::pg_lsn, ?::pg_lsn) group by start_lsn) record
      left join pg_class c on c.relfilenode = record.relfilenode
      group by 1 having count(*) > ? / 100.0 order by sum(record_length) desc""";

  private DatabaseReport() {}

  /** @param meter begun before the cases were driven */
  public static String of(Postgres postgres, DatabaseMeter meter, int cases) {
    try (Connection connection = postgres.observe()) {
      return statements(connection, cases) + "\n" + log(connection, meter, cases);
    } catch (SQLException e) {
      throw new IllegalStateException("The database's statistics can not be read", e);
    }
  }

  private static String statements(Connection connection, int cases) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(STATEMENTS)) {
      for (int i = 1; i <= 4; i++) {
        query.setInt(i, cases);
      }
      query.setString(5, Postgres.PRODUCT);
      query.setInt(6, cases);
      return table(query, "statement", "calls/case", "rows/case", "ms/call", "ms/case", "WAL B/case");
    }
  }

  private static String log(Connection connection, DatabaseMeter meter, int cases) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOG)) {
      for (int i = 1; i <= 3; i++) {
        query.setInt(i, cases);
      }
      query.setString(4, meter.beginPosition());
      query.setString(5, meter.position());
      query.setInt(6, cases);
      return table(query, "WAL by table or index", "records/case", "B/case", "of it images");
    }
  }

  private static String table(PreparedStatement query, String... headings) throws SQLException {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(headings));
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= headings.length; i++) {
          line.add(rows.getString(i).replace('|', '/'));
        }
        cells.add(line);
      }
    }
    return Table.aligned(cells);
  }
}
