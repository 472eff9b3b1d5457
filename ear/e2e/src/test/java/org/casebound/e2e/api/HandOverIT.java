package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.Test;

/** Work items go from hand to hand: to whom, by whom, for whom. */
@OnEachDatabase
class HandOverIT {
  private final CaseboundServer server;
  private final Api agent;
  private final Api lead;
  private final Api colleague;

  HandOverIT(Database database) {
    server = SharedServer.on(database);
    agent = server.as("agent");
    lead = server.as("lead");
    colleague = server.as(TestUsers.COLLEAGUE);
  }

  @Test
  void isReassignedByALeadOrByWhoHasIt() {
    String item = item(Requests.somebody());
    refused(agent.post(item + "/reassign", to("colleague")), "WORK-007");
    JsonNode given = lead.post(item + "/reassign", to("agent", "You know the customer.")).expect(200).json();
    assertThat(given.get("state").asText()).isEqualTo("CLAIMED");
    assertThat(given.get("assignee").asText()).isEqualTo("agent");
    refused(colleague.post(item + "/reassign", to("colleague")), "WORK-007");
    agent.post(item + "/reassign", to("colleague")).expect(200);
    refused(agent.post(item + "/complete", approved()), "WORK-004");
    colleague.post(item + "/complete", approved()).expect(200);
    JsonNode done = colleague.get(item).expect(200).json();
    assertThat(why(done)).contains("reassigned to agent: You know the customer.", "reassigned to colleague");
    Problems.expect(lead.post(item + "/reassign", to("agent")), 409, "stale-record");
  }

  @Test
  void aDelegateWorksOnBehalfOfWhoHadIt() {
    String item = item(Requests.somebody());
    refused(agent.post(item + "/delegate", to("colleague")), "WORK-004");
    agent.post(item + "/claim", "").expect(200);
    assertThat(agent.post(item + "/delegate", to("agent")).expect(409).body()).contains("WORK-008");
    JsonNode delegated = agent.post(item + "/delegate", to("colleague")).expect(200).json();
    assertThat(delegated.get("assignee").asText()).isEqualTo("colleague");
    assertThat(delegated.get("onBehalfOf").asText()).isEqualTo("agent");

    colleague.post(item + "/release", "").expect(200);
    JsonNode back = colleague.get(item).expect(200).json();
    assertThat(back.get("state").asText()).isEqualTo("OFFERED");
    assertThat(back.get("assignee").asText()).isEqualTo("agent");
    refused(colleague.post(item + "/claim", ""), "WORK-006");
    assertThat(colleague.get(item).expect(200).json().get("refusal").asText()).contains("agent alone");

    agent.post(item + "/claim", "").expect(200);
    agent.post(item + "/delegate", to("colleague")).expect(200);
    colleague.post(item + "/complete", approved()).expect(200);
    JsonNode done = colleague.get(item).expect(200).json();
    assertThat(done.get("onBehalfOf").asText()).isEqualTo("agent");
    assertThat(why(done)).contains("approved (on behalf of agent)");
  }

  @Test
  void goesToNobodyWhoAskedForItHimself() {
    String item = item(TestUsers.COLLEAGUE);
    refused(lead.post(item + "/reassign", to("colleague")), "WORK-003");
    agent.post(item + "/claim", "").expect(200);
    refused(agent.post(item + "/delegate", to("colleague")), "WORK-003");
    refused(agent.post(item + "/reassign", to("colleague")), "WORK-003");
    agent.post(item + "/complete", approved()).expect(200);
  }

  @Test
  void listsLeaveOutWhatTheCallerMayNotWork() {
    long kept = id(item(TestUsers.COLLEAGUE));
    assertThat(listed(lead, kept)).isTrue();
    assertThat(listed(agent, kept)).isTrue();
    assertThat(listed(colleague, kept)).isFalse();
    agent.post("/api/v1/work-items/" + kept + "/claim", "").expect(200);
    agent.post("/api/v1/work-items/" + kept + "/complete", approved()).expect(200);
  }

  @Test
  void movesToAnotherQueueAndOutOfSightOfTheFirst() {
    String item = item(Requests.somebody());
    refused(colleague.post(item + "/move", Map.of("queue", "front_office")), "WORK-007");
    assertThat(lead.post(item + "/move", Map.of("queue", "nowhere")).expect(409).body()).contains("WORK-013");
    JsonNode moved = lead.post(item + "/move", Map.of("queue", "front_office", "reason", "A call is needed.")).expect(200).json();
    assertThat(moved.get("queue").asText()).isEqualTo("front_office");
    colleague.get(item).expect(404);
    colleague.post(item + "/claim", "").expect(404);
    colleague.post(item + "/priority", Map.of("priority", "LOW")).expect(404);
    agent.post(item + "/claim", "").expect(200);
    agent.post(item + "/complete", approved()).expect(200);
  }

  @Test
  void seesAndWorksWhatALeadGaveHimFromAnotherQueue() {
    String item = item(Requests.somebody());
    lead.post(item + "/move", Map.of("queue", "front_office")).expect(200);
    lead.post(item + "/reassign", to("colleague")).expect(200);
    assertThat(colleague.get(item).expect(200).json().get("mayComplete").asBoolean()).isTrue();
    assertThat(listed(colleague, id(item))).isTrue();
    colleague.post(item + "/complete", approved()).expect(200);
  }

  @Test
  void getsItsPriorityFromALeadOrWhoHasIt() {
    String item = item(Requests.somebody());
    refused(agent.post(item + "/priority", Map.of("priority", "HIGH")), "WORK-007");
    JsonNode raised = lead.post(item + "/priority", Map.of("priority", "CRITICAL")).expect(200).json();
    assertThat(raised.get("priority").asText()).isEqualTo("CRITICAL");
    assertThat(agent.get("/api/v1/work-items?size=1").expect(200).json().at("/items/0/priority").asText()).isEqualTo("CRITICAL");
    agent.post(item + "/claim", "").expect(200);
    agent.post(item + "/priority", Map.of("priority", "LOW", "reason", "No hurry.")).expect(200);
    agent.post(item + "/complete", approved()).expect(200);
    assertThat(why(agent.get(item).expect(200).json())).contains("priority LOW, was CRITICAL: No hurry.");
  }

  @Test
  void namesWhatIsWrongWithABody() {
    String item = item(Requests.somebody());
    for (String action : List.of("/reassign", "/delegate")) {
      assertThat(Problems.pointers(Problems.expect(lead.post(item + action, Map.of()), 422, "invalid-request"))).containsExactly("/to");
      assertThat(Problems.pointers(Problems.expect(lead.post(item + action, to("x".repeat(256))), 422, "invalid-request"))).containsExactly("/to");
    }
    assertThat(lead.post(item + "/reassign", to(" agent")).expect(409).body()).contains("WORK-009");
    assertThat(Problems.pointers(Problems.expect(lead.post(item + "/move", Map.of()), 422, "invalid-request"))).containsExactly("/queue");
    assertThat(Problems.pointers(Problems.expect(lead.post(item + "/priority", Map.of()), 422, "invalid-request"))).containsExactly("/priority");
    assertThat(lead.post(item + "/priority", Map.of("priority", "URGENT")).status()).isIn(400, 422);
    lead.post(item + "/claim", "").expect(200);
    lead.post(item + "/complete", approved()).expect(200);
  }

  private static void refused(Reply reply, String code) {
    assertThat(Problems.expect(reply, 403, "forbidden").path("code").asText()).isEqualTo(code);
  }

  private static Map<String, Object> to(String... receiverAndReason) {
    return receiverAndReason.length == 1
        ? Map.of("to", receiverAndReason[0])
        : Map.of("to", receiverAndReason[0], "reason", receiverAndReason[1]);
  }

  private static Map<String, Object> approved() {
    return Map.of("outcome", "approved");
  }

  private static boolean listed(Api reader, long id) {
    return reader.all("/api/v1/work-items").stream().anyMatch(item -> item.get("id").asLong() == id);
  }

  private static List<String> why(JsonNode item) {
    return item.at("/case/history").findValuesAsText("why");
  }

  private static long id(String item) {
    return Long.parseLong(item.substring(item.lastIndexOf('/') + 1));
  }

  private String item(String requester) {
    String number = Requests.file(server.as("bank"), Requests.with(Requests.addressUpdate(), "requester", requester));
    return "/api/v1/work-items/" + Requests.workItemOf(lead, number);
  }
}
