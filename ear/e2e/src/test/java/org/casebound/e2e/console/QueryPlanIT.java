package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No page and no list reads a table that grows from end to end: each of its questions has an index. */
@ExtendWith(ServerLogOnFailure.class)
class QueryPlanIT {
  /** Tables whose size is that of the organisation, not that of its work: to read one whole is cheaper than an index. */
  private static final Set<String> SMALL = Set.of("connector_circuit", "node_run", "process_definition", "webhook");

  private static final List<String> PAGES_OF_WORK =
      List.of("/", "/inbox", "/inbox?view=mine", "/inbox?view=done", "/inbox?view=breaching&sort=newest", "/inbox?q=road&sort=oldest", "/inbox?priority=HIGH&sort=due",
          "/inbox/csv?view=free", "/cases", "/cases?view=mine", "/cases?status=NEW", "/cases?queue=card_services", "/cases?late=true", "/?days=90", "/cases?promise=KEPT&days=90", "/search?q=walking",
          "/notifications", "/notifications?view=all");
  private static final List<String> PAGES_OF_OPERATIONS =
      List.of("/", "/ops", "/ops?state=WAITING", "/ops?process=Stopping&age=HOUR", "/ops/incidents", "/ops/incidents?code=CARD_UNKNOWN", "/ops/incidents?connector=card-system", "/ops/batches",
          "/ops/timers", "/ops/timers?which=FAILED", "/ops/nodes", "/ops/bulk", "/ops/retention", "/integrations", "/integrations/ledger", "/integrations/ledger?state=IN_DOUBT", "/integrations/messages?of=C-00000001", "/integrations/messages?of=nothing", "/integrations/replies",
          "/integrations/replies?state=WAITING", "/integrations/definitions", "/integrations/connector/card-system",
          "/integrations/webhooks", "/integrations/webhook/planned", "/integrations/webhook/planned?state=DEAD", "/integrations/webhook/planned?case=C-00000001", "/admin/queues", "/admin/queues?after=a");
  private static final List<String> PAGES_OF_OWNERS = List.of("/", "/studio", "/process/Stopping", "/process/Moving", "/migrate/Moving", "/bundles");
  private static final List<String> PAGES_OF_ADMINISTRATORS =
      List.of("/admin/changes?check=yes", "/admin/changes?kind=CIRCUIT&who=operator&from=2026-01-01&to=2026-12-31", "/admin/calendars", "/admin/access?user=agent&role=agent&group=back_office&case=");
  private static final List<String> LISTS =
      List.of("/batches", "/bulk-jobs", "/cases", "/connectors", "/flows", "/incidents", "/incidents/causes", "/integrations", "/ledger", "/acknowledgements", "/nodes", "/notifications", "/timers",
          "/timers/counts", "/retention/runs", "/retention/processes", "/migrations", "/migrations?process=Moving", "/work-items", "/queues", "/substitutions", "/processes", "/studio/processes", "/webhooks", "/webhooks/planned/deliveries?event=case.created");

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Filing filing = new Filing(server);

  @Test
  void everyQuestionHasAnIndex() throws SQLException {
    Stops stops = new Stops(server);
    long incident = stops.incident(stops.file(1).get(0));
    String number = filing.addressUpdate("Walking through", "9 Index Road");
    long item = filing.workItem(number);
    server.as("lead").post("/api/v1/cases/" + number + "/links", Map.of("number", filing.feeInquiry("Walking along", "How far?"))).expect(201);
    server.as("admin").post("/api/v1/webhooks", Map.of("name", "planned", "url", "https://192.0.2.1/", "events", List.of("work_item.completed"), "processes", List.of("Address_Update"))).expect(201);
    Bundles.publish(server, "moving-1");
    Bundles.publish(server, "moving-2");
    try (Person agent = Person.signedIn(server, "agent");
        Person operator = Person.signedIn(server, "operator");
        Person owner = Person.signedIn(server, "owner");
        Person requester = Person.signedIn(server, "requester");
        Person admin = Person.signedIn(server, "admin");
        StatementPlans plans = StatementPlans.begin(server)) {
      visit(agent, PAGES_OF_WORK);
      visit(agent, List.of("/case/" + number, "/work/" + item));
      visit(requester, List.of("/", "/requests", "/track/" + number));
      visit(operator, PAGES_OF_OPERATIONS);
      visit(operator, List.of("/ops/incident/" + incident, "/ops/retention?case=" + number));
      visit(operator, List.of("/ops/bulk/" + begun("operator", "bulk-jobs", "application/x-ndjson", "{\"process\":\"Nowhere\"}\n")));
      visit(owner, PAGES_OF_OWNERS);
      visit(admin, PAGES_OF_ADMINISTRATORS.stream().map(page -> page.endsWith("case=") ? page + number : page).toList());
      String move = "{\"process\":\"Moving\",\"fromVersion\":1,\"toVersion\":2,\"reason\":\"To look.\"}";
      visit(owner, List.of("/migration/" + begun("owner", "migrations", "application/json", move)));
      server.as("operator").post("/api/v1/retention/runs", "");
      server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
      server.as("agent").post("/api/v1/work-items/" + item + "/complete", Map.of("outcome", "approved")).expect(200);
      for (String list : LISTS) {
        assertThat(server.as("lead").get("/api/v1" + list).status()).isIn(200, 403);
        assertThat(server.as("operator").get("/api/v1" + list).status()).isIn(200, 403);
      }
      Map<String, Set<String>> found = plans.wholeReads();
      found.keySet().removeAll(SMALL);
      assertThat(plans.count()).isGreaterThan(200);
      assertThat(found).isEmpty();
    } finally {
      server.as("admin").delete("/api/v1/webhooks/planned");
      stops.clear();
    }
  }

  @Test
  void aQuestionWithoutAnIndexIsFound() throws SQLException {
    try (StatementPlans plans = StatementPlans.begin(server);
        Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        Statement statement = connection.createStatement()) {
      statement.executeQuery("select id from work_item where comment = 'no index'").close();
      statement.executeQuery("select id from work_item where id = 1").close();
      assertThat(plans.wholeReads().get("work_item")).singleElement().asString().contains("no index");
    }
  }

  private long begun(String user, String what, String type, String body) {
    return server.as(user).with("Content-Type", type).post("/api/v1/" + what, body).json().get("id").asLong();
  }

  private static void visit(Person person, List<String> pages) {
    for (String page : pages) {
      assertThat(person.context().request().get(page).status()).as(page).isEqualTo(200);
    }
  }
}
