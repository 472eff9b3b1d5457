package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Stops;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages of operations ask of the database: as many statements for many flows as for few. */
@ExtendWith(ServerLogOnFailure.class)
class OpsCostIT {
  private static final int FLOWS = 20_000;
  private static final long FIRST = 800_000_000_000L;

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);

  @Test
  void eachPageReadsEachKindOfRecordOnce() throws SQLException {
    Stops stops = new Stops(server);
    long incident = stops.incident(stops.file(1).get(0));
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/ops");
      expect(operator, "/ops", 6);
      expect(operator, "/ops/incidents", 5);
      expect(operator, "/ops/incidents?code=CARD_UNKNOWN", 6);
      expect(operator, "/ops/incident/" + incident, 5);
      expect(operator, "/ops/batches", 5);
    } finally {
      stops.clear();
    }
  }

  @Test
  void noPageReadsAWholeTableToFindTheFewThatMatter() throws SQLException {
    try (Person operator = Person.signedIn(server, "operator");
        StatementCount database = StatementCount.begin(server)) {
      try {
        fill(database);
        for (String page : List.of("/ops", "/ops?state=ERROR&age=OLDER", "/ops?process=Address_Update&state=COMPLETED", "/ops/incidents", "/ops/incidents?process=Address_Update&code=FILLED", "/")) {
          expectIndexes(operator, page);
        }
      } finally {
        for (String table : List.of("incident", "fulfillment_flow", "service_catalog_request", "service_case")) {
          database.change("delete from " + table + " where id > " + FIRST);
        }
      }
    }
  }

  private void expectIndexes(Person person, String page) throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      person.context().request().get(page);
      for (String statement : count.statements().keySet()) {
        if (statement.startsWith("select") && statement.matches("(?s).* from (fulfillment_flow|incident) .*")) {
          // Constants are parameters there, and without a type a sum of them has no meaning.
          assertThat(count.plan(statement.replaceAll("then \\$\\d+ else \\$\\d+", "then 1 else 0"))).as(page + ": " + statement).doesNotContain("Seq Scan on fulfillment_flow", "Seq Scan on incident");
        }
      }
    }
  }

  /** Many flows that have ended and incidents that are resolved, and among them a few that are not. */
  private static void fill(StatementCount database) throws SQLException {
    String each = " from generate_series(1, %d) n".formatted(FLOWS);
    String rare = "n %% %d = 0".formatted(FLOWS / 50);
    database.change(
        "insert into service_case (id, process_name, process_version, subject, requester, status, priority, owner_kind, owner_name, home_queue, created_at, version)"
            + " select %d + n, 'Address_Update', 1, 'Filled', 'requester', 'CLOSED', 0, 'QUEUE', 'filled', 'filled', now(), 0".formatted(FIRST)
            + each);
    database.change(
        "insert into service_catalog_request (id, case_id, extended_attributes, created_at, version) select %1$d + n, %1$d + n, '{}', now(), 0".formatted(FIRST) + each);
    database.change(
        "insert into fulfillment_flow (id, case_id, request_id, process_name, process_version, name, state, stages_entered, variables, started_at, version)"
            + " select %1$d + n, %1$d + n, %1$d + n, 'Address_Update', 1, 'Filled', case when %2$s then 'ERROR' else 'COMPLETED' end, 1, '{}', now(), 0".formatted(FIRST, rare)
            + each);
    database.change(
        "insert into incident (id, case_id, flow_id, process_name, step_name, connector, code, message, raised_at, resolved_at, version)"
            + " select %1$d + n, %1$d + n, %1$d + n, 'Address_Update', 'filled', '', 'FILLED', '', now(), case when %2$s then null else now() end, 0".formatted(FIRST, rare)
            + each);
    for (String table : List.of("fulfillment_flow", "incident", "service_case")) {
      database.change("analyze " + table);
    }
  }

  private void expect(Person person, String page, int most) throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      person.context().request().get(page);
      Map<String, Long> statements = count.statements();
      long total = statements.values().stream().mapToLong(Long::longValue).sum();
      assertThat(total).as("%s: %s", page, StatementCount.listed(statements)).isBetween(1L, (long) most);
    }
  }
}
