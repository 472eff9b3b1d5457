package org.casebound.bench.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column of the product's tables.
 *
 * @param moved whether it holds an id, which differs from copy to copy
 * @param suffixed whether it is a text that must differ from copy to copy, because nothing else in a unique index does
 */
record Column(String name, boolean moved, boolean suffixed) {
  private static final String ALL =
      """
      select c.table_name, c.column_name,
        c.data_type = 'bigint' and (c.column_name = 'id' or c.column_name like '%\\_id'),
        c.data_type = 'character varying' and exists (
          select 1 from pg_index i
          where i.indrelid = c.table_name::regclass and i.indisunique
            and c.column_name = (
              select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) and a.atttypid = 'varchar'::regtype
              order by array_position(i.indkey::int2[], a.attnum) desc limit 1)
            and not exists (
              select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                and a.atttypid = 'bigint'::regtype and (a.attname = 'id' or a.attname like '%\\_id')))
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name <> 'flyway_schema_history'
      order by c.table_name, c.ordinal_position""";

  /** All columns of the product, by table. */
  static Map<String, List<Column>> all(Connection connection) throws SQLException {
    Map<String, List<Column>> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        tables
            .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
            .add(new Column(rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
      }
    }
    return tables;
  }

  /** Its value in copy number {@code g}; there are a hundred thousand requesters. */
  String copied(long base, long stride) {
    if (moved) {
      return name + " + " + base + " + g * " + stride;
    }
    if (name.equals("requester")) {
      return "'customer-' || g % 100000";
    }
    return suffixed ? name + " || '-' || g" : name;
  }
}
