package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody is away; somebody else does his work, in his name and for a time. */
@OnEachDatabase
class SubstitutionIT {
  private static final String PATH = "/api/v1/substitutions";

  private final CaseboundServer server;
  private final Api agent;
  private final Api lead;
  private final Api colleague;
  private final List<String> made = new ArrayList<>();

  SubstitutionIT(Database database) {
    server = SharedServer.on(database);
    agent = server.as("agent");
    lead = server.as("lead");
    colleague = server.as(TestUsers.COLLEAGUE);
  }

  @AfterEach
  void everybodyIsBack() {
    made.forEach(substitution -> lead.delete(substitution).expect(204));
  }

  @Test
  void aSubstituteWorksTheAbsentPersonsItemsOnHisBehalf() {
    String item = claimedBy(agent, Requests.somebody(), "front_office");
    colleague.get(item).expect(404);
    away(agent, Map.of("substitute", "colleague"));

    assertThat(colleague.get(item).expect(200).json().get("mayClaim").asBoolean()).isTrue();
    assertThat(listed(colleague)).contains(id(item));
    JsonNode taken = colleague.post(item + "/claim", "").expect(200).json();
    assertThat(taken.get("assignee").asText()).isEqualTo("colleague");
    assertThat(taken.get("onBehalfOf").asText()).isEqualTo("agent");
    colleague.post(item + "/complete", Map.of("outcome", "approved")).expect(200);
    JsonNode done = colleague.get(item).expect(200).json();
    assertThat(done.at("/case/history").findValuesAsText("why")).contains("approved (on behalf of agent)");
  }

  @Test
  void aSubstituteCompletesWithoutClaimingFirst() {
    String item = claimedBy(agent, Requests.somebody(), "front_office");
    away(agent, Map.of("substitute", "colleague"));
    colleague.post(item + "/complete", Map.of("outcome", "approved")).expect(200);
    JsonNode done = colleague.get(item).expect(200).json();
    assertThat(done.get("onBehalfOf").asText()).isEqualTo("agent");
    assertThat(done.get("assignee").asText()).isEqualTo("colleague");
  }

  @Test
  void isNoSubstituteOutsideItsTimeQueueAndProcess() {
    String item = claimedBy(agent, Requests.somebody(), "front_office");
    Instant later = Instant.now().plus(Duration.ofDays(1));
    away(agent, Map.of("substitute", "colleague", "from", later, "until", later.plusSeconds(60)));
    away(agent, Map.of("substitute", "colleague", "queue", "back_office"));
    away(agent, Map.of("substitute", "colleague", "process", "Block_Credit_Card"));
    colleague.get(item).expect(404);
    colleague.post(item + "/claim", "").expect(404);
    colleague.post(item + "/complete", Map.of("outcome", "approved")).expect(404);
    assertThat(listed(colleague)).doesNotContain(id(item));
    away(agent, Map.of("substitute", "colleague", "queue", "front_office", "process", "Address_Update"));
    assertThat(listed(colleague)).contains(id(item));
    colleague.post(item + "/complete", Map.of("outcome", "approved")).expect(200);
  }

  @Test
  void separationOfDutiesHoldsForTheSubstitute() {
    String item = claimedBy(agent, TestUsers.COLLEAGUE, "back_office");
    away(agent, Map.of("substitute", "colleague"));
    assertThat(code(colleague.post(item + "/claim", ""))).isEqualTo("WORK-003");
    assertThat(code(colleague.post(item + "/complete", Map.of("outcome", "approved")))).isEqualTo("WORK-003");
    agent.post(item + "/complete", Map.of("outcome", "approved")).expect(200);
  }

  @Test
  void refusesOneselfCirclesAndTimesThatMakeNoSense() {
    away(agent, Map.of("substitute", "colleague"));
    assertThat(code(agent.post(PATH, body(Map.of("substitute", "agent"))))).isEqualTo("SUB-001");
    assertThat(code(colleague.post(PATH, body(Map.of("substitute", "agent"))))).isEqualTo("SUB-002");
    away(colleague, Map.of("substitute", "lead"));
    assertThat(code(lead.post(PATH, body(Map.of("substitute", "agent"))))).isEqualTo("SUB-002");
    assertThat(code(agent.post(PATH, body(Map.of("substitute", "lead", "until", "2020-01-01T00:00:00Z"))))).isEqualTo("SUB-003");
    assertThat(code(agent.post(PATH, body(Map.of("substitute", "lead", "queue", "nowhere"))))).isEqualTo("SUB-005");
    assertThat(Problems.pointers(Problems.expect(agent.post(PATH, Map.of()), 422, "invalid-request")))
        .containsExactly("/substitute", "/from", "/until");
  }

  @Test
  void isKeptByTheAbsentPersonOrALead() {
    assertThat(code(agent.post(PATH, body(Map.of("absent", "lead", "substitute", "colleague"))))).isEqualTo("SUB-004");
    String one = away(lead, Map.of("absent", "agent", "substitute", "colleague"));
    assertThat(code(colleague.delete(one))).isEqualTo("SUB-004");
    server.as("worker-1").delete(one).expect(404);
    assertThat(shown(agent)).contains(one);
    assertThat(shown(colleague)).contains(one);
    assertThat(shown(lead)).contains(one);
    assertThat(shown(server.as("worker-1"))).doesNotContain(one);
    agent.delete(one).expect(204);
    assertThat(shown(agent)).doesNotContain(one);
    made.remove(one);
  }

  /** Files a request; its work item is moved to the queue and claimed. */
  private String claimedBy(Api worker, String requester, String queue) {
    String number = Requests.file(server.as("bank"), Requests.with(Requests.addressUpdate(), "requester", requester));
    String item = "/api/v1/work-items/" + Requests.workItemOf(lead, number);
    lead.post(item + "/move", Map.of("queue", queue)).expect(200);
    worker.post(item + "/claim", "").expect(200);
    return item;
  }

  private String away(Api caller, Map<String, Object> substitution) {
    String path = PATH + "/" + caller.post(PATH, body(substitution)).expect(201).json().get("id").asLong();
    made.add(path);
    return path;
  }

  private static Map<String, Object> body(Map<String, Object> substitution) {
    Map<String, Object> body = new HashMap<>();
    body.put("from", Instant.now().minusSeconds(3_600).toString());
    body.put("until", Instant.now().plusSeconds(3_600).toString());
    substitution.forEach((member, value) -> body.put(member, value.toString()));
    return body;
  }

  private static String code(Reply reply) {
    assertThat(reply.status()).isIn(403, 409);
    return reply.json().path("code").asText();
  }

  private static List<Long> listed(Api reader) {
    List<Long> ids = new ArrayList<>();
    for (String state : List.of("OFFERED", "CLAIMED")) {
      reader.all("/api/v1/work-items?assignee=agent&state=" + state).forEach(item -> ids.add(item.get("id").asLong()));
    }
    return ids;
  }

  private static List<String> shown(Api reader) {
    List<String> paths = new ArrayList<>();
    reader.get(PATH + "?size=100").expect(200).json().get("items").forEach(one -> paths.add(PATH + "/" + one.get("id").asLong()));
    return paths;
  }

  private static long id(String item) {
    return Long.parseLong(item.substring(item.lastIndexOf('/') + 1));
  }
}
