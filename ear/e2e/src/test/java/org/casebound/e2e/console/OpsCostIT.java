package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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

  private void expect(Person person, String page, int most) throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      person.context().request().get(page);
      Map<String, Long> statements = count.statements();
      long total = statements.values().stream().mapToLong(Long::longValue).sum();
      assertThat(total).as("%s: %s", page, StatementCount.listed(statements)).isBetween(1L, (long) most);
    }
  }
}
