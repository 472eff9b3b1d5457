package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.Stops;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages of operations ask of the database: as many statements for many flows as for few. */
@ExtendWith(ServerLogOnFailure.class)
class OpsCostIT {
  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);

  @Test
  void eachPageReadsEachKindOfRecordOnce() throws SQLException {
    Stops stops = new Stops(server);
    long incident = stops.incident(stops.file(1).get(0));
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/ops");
      operator.lookAway();
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
  void theyDoSoForFilesForWhatIsKeptAndForCasesThatMove() throws SQLException {
    Bundles.publish(server, "moving-1");
    Bundles.publish(server, "moving-2");
    String number = new Desk(server).file(Map.of("process", "Moving", "requester", "requester", "attributes", Map.of()));
    long migration = begun("owner", "migrations", Map.of("process", "Moving", "fromVersion", 1, "toVersion", 2, "reason", "To count."));
    long job = begun("operator", "bulk-jobs", "{\"process\":\"Nowhere\"}\n{\"process\":\"Nowhere\"}\n");
    server.as("owner").post("/api/v1/studio/templates/fee-reversal", Map.of("name", "Counted_Draft")).expect(200);
    try (Person operator = Person.signedIn(server, "operator");
        Person owner = Person.signedIn(server, "owner")) {
      operator.open("/ops");
      operator.lookAway();
      owner.open("/studio");
      owner.lookAway();
      expect(operator, "/ops/bulk", 4);
      expect(operator, "/ops/bulk/" + job, 4);
      expect(operator, "/ops/retention", 6);
      expect(operator, "/ops/retention?case=" + number, 8);
      expect(owner, "/process/Moving", 9);
      expect(owner, "/migrate/Moving", 5);
      expect(owner, "/migration/" + migration, 5);
      expect(owner, "/form/Counted_Draft", 4);
    } finally {
      server.as("owner").delete("/api/v1/studio/drafts/Counted_Draft");
    }
  }

  private long begun(String user, String what, Object body) {
    return server.as(user).with("Content-Type", body instanceof String ? "application/x-ndjson" : "application/json").post("/api/v1/" + what, body).json().get("id").asLong();
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
