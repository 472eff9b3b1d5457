package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages of requests and cases ask of the database: as many statements for a long case as for a short one. */
@ExtendWith(ServerLogOnFailure.class)
class CaseCostIT {
  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);

  @Test
  void eachPageReadsEachKindOfRecordOnce() throws SQLException {
    String number = new Filing(server).addressUpdate("Counted move", "2 Abacus Court");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      // A page that follows its case would be counted, too.
      agent.open("/requests");
      expect(agent, "/requests", 3);
      expect(agent, "/request/Fee_Inquiry", 3);
      expect(agent, "/track/" + number, 13);
      expect(agent, "/case/" + number, 19);
      for (String street : List.of("3 Abacus Court", "4 Abacus Court", "5 Abacus Court")) {
        correct(number, Map.of("newStreet", street, "note", "Was not " + street));
      }
      expect(agent, "/case/" + number, 19);
      expect(agent, "/case-news/" + number, 3);
      for (String user : List.of("requester", "agent", "requester")) {
        server.as(user).post("/api/v1/cases/" + number + "/messages", Map.of("text", "One more of " + user)).expect(201);
      }
      expect(agent, "/case/" + number, 20);
      expect(agent, "/track/" + number, 14);
      long item = new Filing(server).workItem(number);
      expect(agent, "/work/" + item, 26);
      server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
      expect(agent, "/work/" + item, 30);
      for (String subject : List.of("Counted first", "Counted second")) {
        String other = new Filing(server).feeInquiry(subject, "How many?");
        server.as("agent").post("/api/v1/cases/" + number + "/links", Map.of("number", other)).expect(201);
      }
      expect(agent, "/case/" + number, 21);
    }
  }

  private void correct(String number, Map<String, Object> values) {
    long request = server.as("agent").get("/api/v1/cases/" + number).expect(200).json().at("/request/id").asLong();
    String address = "/api/v1/service-requests/" + request;
    int version = server.as("agent").get(address).expect(200).json().get("version").asInt();
    server.as("agent").patch(address, Map.of("attributes", values, "reason", "Heard by phone.", "version", version)).expect(200);
  }

  private void expect(Person agent, String page, int most) throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      agent.context().request().get(page);
      Map<String, Long> statements = count.statements();
      long total = statements.values().stream().mapToLong(Long::longValue).sum();
      assertThat(total).as("%s: %s", page, StatementCount.listed(statements)).isLessThanOrEqualTo(most);
    }
  }
}
