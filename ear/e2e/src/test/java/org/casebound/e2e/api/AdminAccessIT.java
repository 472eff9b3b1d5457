package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What administrators are told about who sees a case is what the API gives those people. */
@OnEachDatabase
class AdminAccessIT {
  private static final String SUBSTITUTIONS = "/api/v1/substitutions";

  /** Users as the server's realm knows them: each has the same name as here, and these roles and groups. */
  private static final Map<String, String> ROLES =
      Map.of(
          "requester", "requester",
          "agent", "agent,back_office,card_services,front_office",
          "lead", "lead,agent,back_office,card_services,front_office",
          "owner", "process-owner",
          "operator", "operator",
          "admin", "administrator",
          "bank", "integration",
          TestUsers.COLLEAGUE, "agent,back_office",
          "worker-1", "agent," + TestUsers.RACE_QUEUE,
          "worker-2", "agent," + TestUsers.RACE_QUEUE);

  private final CaseboundServer server;
  private final Api admin;
  private final Api lead;
  private final List<String> made = new ArrayList<>();

  AdminAccessIT(Database database) {
    server = SharedServer.on(database);
    Bundles.load(server, "race.yaml");
    Bundles.load(server, "deadlines.yaml");
    admin = server.as("admin");
    lead = server.as("lead");
  }

  @AfterEach
  void everybodyIsBack() {
    made.forEach(substitution -> lead.delete(substitution).expect(204));
  }

  @Test
  void theToolSaysOfEverybodyWhatTheApiGivesHim() {
    int seen = 0;
    int unseen = 0;
    for (String number : cases()) {
      for (Map.Entry<String, String> user : ROLES.entrySet()) {
        JsonNode told = sight(number, user.getKey(), user.getValue());
        Reply given = server.as(user.getKey()).get("/api/v1/cases/" + number);
        assertThat(given.status()).as("%s of %s: %s", number, user.getKey(), told).isEqualTo(told.path("seen").asBoolean() ? 200 : 404);
        assertThat(told.path("grounds").isEmpty()).as("%s", told).isEqualTo(given.status() == 404);
        if (given.status() == 200) {
          seen++;
          expectTheSame(told, given.json(), user.getKey());
        } else {
          unseen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(20);
    assertThat(unseen).isGreaterThan(5);
  }

  private void expectTheSame(JsonNode told, JsonNode given, String user) {
    Set<String> masked = new TreeSet<>();
    given.at("/request/attributes").forEach(attribute -> {
      if (attribute.path("masked").asBoolean()) {
        masked.add(attribute.path("name").asText());
      }
    });
    assertThat(new TreeSet<>(told.path("masked").findValuesAsText("name"))).as("%s of %s", user, told).isEqualTo(masked);
    Set<String> acts = new TreeSet<>();
    told.path("acts").forEach(act -> acts.add(act.asText()));
    boolean flowGoesOn = StreamSupport.stream(given.path("flows").spliterator(), false).anyMatch(flow -> !Set.of("COMPLETED", "CANCELED").contains(flow.path("state").asText()));
    assertThat(acts.contains("STEER_FLOW")).as(user).isEqualTo(flowGoesOn && Set.of("operator", "admin").contains(user));
    assertThat(acts.contains("TAKE")).as(user).isEqualTo(given.path("mayTake").asBoolean());
    assertThat(acts.contains("CLOSE")).as(user).isEqualTo(given.path("mayClose").asBoolean());
    assertThat(acts.contains("ASSIGN")).as(user).isEqualTo(given.path("mayAssign").asBoolean());
    assertThat(acts.contains("WRITE_MESSAGE")).as(user).isEqualTo(given.path("mayWrite").asBoolean());
    assertThat(acts.contains("ADD_DOCUMENT")).as(user).isEqualTo(given.path("mayAddDocument").asBoolean());
    String number = given.path("number").asText();
    if (!given.path("documents").isEmpty()) {
      int document = server.as(user).get("/api/v1/cases/%s/documents/%d".formatted(number, given.at("/documents/0/id").asLong())).status();
      assertThat(document).as(user).isEqualTo(acts.contains("READ_DOCUMENTS") ? 200 : 403);
    }
    told.path("work").forEach(item -> {
      JsonNode work = server.as(user).get("/api/v1/work-items/" + item.path("id").asLong()).expect(200).json();
      boolean may = work.path("mayClaim").asBoolean() || work.path("mayComplete").asBoolean();
      assertThat(item.path("mayWork").asBoolean()).as("%s: %s", user, work).isEqualTo(may);
    });
  }

  @Test
  void namesEveryRuleThatHolds() {
    List<String> numbers = cases();
    assertThat(rules(numbers.get(0), "requester")).containsExactly("REQUESTER");
    assertThat(rules(numbers.get(0), "admin")).containsExactly("ROLE administrator");
    assertThat(rules(numbers.get(0), TestUsers.COLLEAGUE)).contains("QUEUE back_office");
    assertThat(rules(numbers.get(1), "worker-1")).containsExactly("OWNER");
    assertThat(rules(numbers.get(2), "worker-1")).containsExactly("WORK_QUEUE race_queue");
    assertThat(rules(numbers.get(2), "worker-2")).containsExactly("WORK_QUEUE race_queue", "WORK_ASSIGNED");
    assertThat(rules(numbers.get(3), "worker-1")).containsExactly("SUBSTITUTE agent");
    assertThat(rules(numbers.get(3), "worker-2")).isEmpty();
    assertThat(sight(numbers.get(0), "stranger", "").path("reader").asBoolean()).isFalse();
    assertThat(sight(numbers.get(0), "stranger", "agent,race_queue").path("reader").asBoolean()).isTrue();
  }

  @Test
  void refusesWhatNamesNobodyAndNoCase() {
    String number = cases().get(0);
    assertThat(code(admin.get("/api/v1/cases/%s/sight?roles=agent".formatted(number)))).isEqualTo("SIGHT-001");
    Problems.expect(admin.get("/api/v1/cases/C-99999999/sight?user=agent"), 404, "not-found");
    Problems.expect(lead.get("/api/v1/cases/%s/sight?user=agent".formatted(number)), 403, "forbidden");
  }

  @Test
  void countsWorkingTimeDayByDay() {
    JsonNode office =
        StreamSupport.stream(admin.get("/api/v1/calendars").expect(200).json().spliterator(), false)
            .filter(calendar -> calendar.path("name").asText().equals("Office"))
            .findFirst()
            .orElseThrow();
    assertThat(office.path("zone").asText()).isEqualTo("Europe/Berlin");
    assertThat(office.at("/week/0/hours/0/from").asText()).startsWith("08:00");
    assertThat(office.at("/week/6/hours")).isEmpty();
    assertThat(office.path("free").findValuesAsText("holiday")).contains("Good Friday");
    String due = "/api/v1/calendars/%s/Office/due?".formatted(office.path("process").asText());
    JsonNode counted = admin.get(due + "start=2026-12-23T14:00:00Z&work=PT8H").expect(200).json();
    assertThat(counted.path("due").asText()).isEqualTo("2026-12-28T14:00:00Z");
    assertThat(counted.path("days").findValuesAsText("kind"))
        .containsExactly("COUNTED", "FREE_DAY", "HOLIDAY", "HOLIDAY", "NO_HOURS", "COUNTED");
    assertThat(counted.at("/days/2/holiday").asText()).contains("Christmas");
    assertThat(admin.get(due + "start=2026-12-23T17:00:00Z&work=PT1H").expect(200).json().at("/days/0/kind").asText()).isEqualTo("AFTER_HOURS");
    assertThat(code(admin.get(due + "work=PT2001H"))).isEqualTo("CAL-020");
    assertThat(code(admin.get(due + "work=PT0S"))).isEqualTo("CAL-020");
    assertThat(code(admin.get(due + "start=1999-01-01T00:00:00Z&work=PT1H"))).isEqualTo("CAL-021");
    assertThat(code(admin.get(due + "work=PT2000H"))).isEqualTo("CAL-022");
    for (String wrong : List.of("", "work=soon", "work=-PT1H", "work=PT1H&start=tomorrow")) {
      assertThat(admin.get(due + wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  /** One by itself; one that a person has; one with work in another queue, claimed; one with work whose owner is away. */
  private List<String> cases() {
    made.forEach(substitution -> lead.delete(substitution).expect(204));
    made.clear();
    Api bank = server.as("bank");
    String own = Requests.file(bank, Requests.with(Requests.addressUpdate(), "requester", "requester"));
    String given = Requests.file(bank, Requests.with(Requests.feeInquiry(), "requester", Requests.somebody()));
    int version = lead.get("/api/v1/cases/" + given).expect(200).json().path("version").asInt();
    lead.post("/api/v1/cases/" + given + "/assign", Map.of("user", "worker-1", "version", version)).expect(200);
    String elsewhere = Requests.file(bank, Requests.with(Requests.addressUpdate(), "requester", Requests.somebody()));
    claimed(elsewhere, TestUsers.RACE_QUEUE, "worker-2");
    String left = Requests.file(bank, Requests.with(Requests.addressUpdate(), "requester", Requests.somebody()));
    claimed(left, "front_office", "agent");
    Map<String, Object> away = new HashMap<>(Map.of("absent", "agent", "substitute", "worker-1", "queue", "front_office"));
    away.put("from", Instant.now().minus(Duration.ofHours(1)).toString());
    away.put("until", Instant.now().plus(Duration.ofHours(1)).toString());
    made.add(SUBSTITUTIONS + "/" + lead.post(SUBSTITUTIONS, away).expect(201).json().get("id").asLong());
    return List.of(own, given, elsewhere, left);
  }

  private void claimed(String number, String queue, String user) {
    String item = "/api/v1/work-items/" + Requests.workItemOf(lead, number);
    lead.post(item + "/move", Map.of("queue", queue)).expect(200);
    server.as(user).post(item + "/claim", "").expect(200);
  }

  private JsonNode sight(String number, String user, String roles) {
    return admin.get("/api/v1/cases/%s/sight?user=%s&roles=%s".formatted(number, user, roles)).expect(200).json();
  }

  private List<String> rules(String number, String user) {
    List<String> rules = new ArrayList<>();
    sight(number, user, ROLES.get(user))
        .path("grounds")
        .forEach(ground -> rules.add("%s %s".formatted(ground.path("rule").asText(), ground.path("detail").asText()).strip()));
    return rules;
  }

  private static String code(Reply reply) {
    return reply.expect(409).json().path("code").asText();
  }
}
