package org.casebound.e2e.console;

import java.sql.SQLException;
import java.util.List;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.flow.StatementCount;

/** As many open items as one likes, written straight into a server's PostgreSQL database: "Bulk 1", "Bulk 2", ..., in the queue card_services. */
record OpenItems(CaseboundServer server) {
  private static final long FIRST = 900_000_000_000L;
  private static final String VERSION = "(select max(process_version) from process_definition where name = 'Address_Update')";

  /** Adds the items with these numbers; each call's are younger than those of the calls before. */
  void fill(int first, int last) throws SQLException {
    String each = " from generate_series(%d, %d) n".formatted(first, last);
    try (StatementCount database = StatementCount.begin(server)) {
      database.change(
          "insert into service_case (id, process_name, process_version, subject, requester, status, priority, owner_kind, owner_name, home_queue, created_at, version)"
              + " select %d + n, 'Address_Update', %s, 'Bulk ' || n, 'requester', 'IN_PROGRESS', 0, 'QUEUE', 'card_services', 'card_services', now(), 0".formatted(FIRST, VERSION)
              + each);
      database.change(
          "insert into service_catalog_request (id, case_id, extended_attributes, created_at, version) select %1$d + n, %1$d + n, '{}', now(), 0".formatted(FIRST) + each);
      database.change(
          "insert into fulfillment_flow (id, case_id, request_id, process_name, process_version, name, state, stages_entered, variables, started_at, version)"
              + " select %1$d + n, %1$d + n, %1$d + n, 'Address_Update', %2$s, 'Bulk', 'IN_PROGRESS', 1, '{}', now(), 0".formatted(FIRST, VERSION)
              + each);
      database.change(
          "insert into flow_step (id, flow_id, stage_entry, stage, name, state, position, entered_data, reason, started_at, version)"
              + " select %1$d + n, %1$d + n, 1, 'x', 'x', 'IN_PROGRESS', 0, '{}', '', now(), 0".formatted(FIRST)
              + each);
      database.change(
          "insert into work_item (id, case_id, flow_id, step_id, step_name, process_name, label, queue, state, priority, entered_data, created_at, due_at, version)"
              + " select %1$d + n, %1$d + n, %1$d + n, %1$d + n, 'x', 'Address_Update', 'Verify address proof', 'card_services', 'OFFERED', 0, '{}', now(),".formatted(FIRST)
              + " case when n % 3 = 0 then now() + n * interval '1 minute' end, 0"
              + each);
      database.change("analyze work_item");
      database.change("analyze service_case");
    }
  }

  /** Takes all of them away. */
  void empty() throws SQLException {
    try (StatementCount database = StatementCount.begin(server)) {
      for (String table : List.of("work_item", "flow_step", "fulfillment_flow", "service_catalog_request", "service_case")) {
        database.change("delete from " + table + " where id > " + FIRST);
      }
    }
  }
}
