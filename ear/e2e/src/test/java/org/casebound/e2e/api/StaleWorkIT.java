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
import org.junit.jupiter.api.Test;

/** Of two people who act on one record, the later one is told so. */
@OnEachDatabase
class StaleWorkIT {
  private final CaseboundServer server;
  private final Api agent;
  private final Api lead;

  StaleWorkIT(Database database) {
    server = SharedServer.on(database);
    agent = server.as("agent");
    lead = server.as("lead");
  }

  @Test
  void givesAWorkItemToOnePersonOnly() {
    String item = item();
    agent.post(item + "/claim", "").expect(200);
    Problems.expect(lead.post(item + "/claim", ""), 409, "stale-record");
    assertThat(lead.post(item + "/complete", Map.of("outcome", "approved")).status()).isIn(403, 409);
    assertThat(lead.post(item + "/release", "").status()).isIn(403, 409);
    agent.post(item + "/release", "").expect(200);
    lead.post(item + "/claim", "").expect(200);
    lead.post(item + "/release", "").expect(200);
  }

  @Test
  void answersAClaimInShortWhenThatIsPreferred() {
    String item = item();
    Reply claimed = agent.with("Prefer", "return=minimal").post(item + "/claim", "").expect(204);
    assertThat(claimed.header("Preference-Applied")).contains("return=minimal");
    assertThat(agent.get(item).expect(200).json().get("assignee").asText()).isEqualTo("agent");
    Problems.expect(lead.with("Prefer", "return=minimal").post(item + "/claim", ""), 409, "stale-record");
    assertThat(agent.with("Prefer", "return=representation").post(item + "/claim", "").expect(200).json().get("state").asText()).isEqualTo("CLAIMED");
    server.as("requester").with("Prefer", "return=minimal").post(item + "/claim", "").expect(403);
    agent.post(item + "/release", "").expect(200);
  }

  @Test
  void refusesAStalePageAndAnEndedWorkItem() {
    String item = item();
    JsonNode claimed = agent.post(item + "/claim", "").expect(200).json();
    int version = claimed.get("version").asInt();
    Map<String, Object> rejection = Map.of("outcome", "rejected", "comment", "Unreadable.", "version", version - 1);
    Problems.expect(agent.post(item + "/complete", rejection), 409, "stale-record");
    agent.post(item + "/complete", Requests.with(rejection, "version", version)).expect(200);
    JsonNode done = agent.get(item).expect(200).json();
    assertThat(done.get("state").asText()).isEqualTo("COMPLETED");
    Problems.expect(agent.post(item + "/complete", rejection), 409, "stale-record");
    Problems.expect(agent.post(item + "/claim", ""), 409, "stale-record");
  }

  @Test
  void namesWhatIsWrongWithACompletion() {
    String item = item();
    agent.post(item + "/claim", "").expect(200);
    assertThat(refused(item, Map.of("outcome", "maybe"))).containsExactly("/outcome");
    assertThat(refused(item, Map.of("outcome", "rejected"))).containsExactly("/comment");
    assertThat(refused(item, Map.of("outcome", "approved", "data", Map.of("x", 1)))).containsExactly("/data/x");
    Problems.expect(agent.post(item + "/complete", Map.of("comment", "x")), 422, "invalid-request");
    agent.post(item + "/release", "").expect(200);
  }

  @Test
  void worksACaseWithoutAFlowByHand() {
    String path = "/api/v1/cases/" + Requests.file(server.as("requester"), Requests.feeInquiry());
    int version = agent.get(path).expect(200).json().get("version").asInt();
    JsonNode taken = agent.post(path + "/take", Map.of("version", version)).expect(200).json();
    assertThat(taken.get("owner").get("name").asText()).isEqualTo("agent");
    Problems.expect(lead.post(path + "/take", Map.of("version", version)), 409, "stale-record");
    Map<String, Object> closing = Map.of("resolution", "FULFILLED", "reason", "Explained.", "version", version);
    Problems.expect(agent.post(path + "/close", closing), 409, "stale-record");
    JsonNode closed =
        agent.post(path + "/close", Requests.with(closing, "version", taken.get("version"))).expect(200).json();
    assertThat(closed.get("status").asText()).isEqualTo("CLOSED");
    assertThat(closed.get("resolution").asText()).isEqualTo("FULFILLED");
  }

  private List<String> refused(String item, Map<String, Object> completion) {
    return Problems.pointers(Problems.expect(agent.post(item + "/complete", completion), 422, "request-refused"));
  }

  private String item() {
    String number = Requests.file(server.as("bank"), Requests.with(Requests.addressUpdate(), "requester", Requests.somebody()));
    return "/api/v1/work-items/" + Requests.workItemOf(agent, number);
  }
}
