package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever did one part may not do the other, in whatever way he comes to it; and several people must agree. */
@OnEachDatabase
class FourEyesIT {
  private final CaseboundServer server;
  private final Api agent;
  private final Api lead;
  private final Api colleague;

  FourEyesIT(Database database) {
    server = SharedServer.on(database);
    agent = server.as("agent");
    lead = server.as("lead");
    colleague = server.as(TestUsers.COLLEAGUE);
  }

  @BeforeEach
  void importTheProcess() {
    Bundles.load(server, "four-eyes.yaml");
  }

  @Test
  void whoDidOneStepMayNotDoTheOtherAndLosesIt() {
    String number = file("queue:back_office");
    String enter = item(number, "enter");
    String look = item(number, "look");
    agent.post(look + "/claim", "").expect(200);
    done(agent, enter, "entered");

    JsonNode lost = lead.get(look).expect(200).json();
    assertThat(lost.get("state").asText()).isEqualTo("OFFERED");
    refused(agent.post(look + "/claim", ""));
    refused(lead.post(look + "/reassign", Map.of("to", "agent")));
    refused(agent.post(look + "/complete", Map.of("outcome", "seen")), "WORK-004");
    lead.post(look + "/claim", "").expect(200);
    refused(lead.post(look + "/delegate", Map.of("to", "agent")));
    lead.post(look + "/complete", Map.of("outcome", "seen")).expect(200);
  }

  @Test
  void whoWasActedForMayNotDoItEither() {
    String number = file("queue:back_office");
    String enter = item(number, "enter");
    String look = item(number, "look");
    agent.post(enter + "/claim", "").expect(200);
    agent.post(enter + "/delegate", Map.of("to", "colleague")).expect(200);
    colleague.post(enter + "/complete", Map.of("outcome", "entered")).expect(200);
    refused(agent.post(look + "/claim", ""));
    refused(colleague.post(look + "/claim", ""));
    done(lead, look, "seen");

    String agree = item(number, "agree");
    refused(agent.post(agree + "/claim", ""));
    refused(colleague.post(agree + "/claim", ""));
    done(lead, agree, "refused");
  }

  @Test
  void aSubstituteInheritsWhatThePersonMayNotDo() {
    String number = file("queue:back_office");
    String look = item(number, "look");
    agent.post(look + "/claim", "").expect(200);
    done(colleague, item(number, "enter"), "entered");
    Map<String, Object> away =
        Map.of("substitute", "colleague", "from", Instant.now().minusSeconds(60).toString(), "until", Instant.now().plusSeconds(600).toString());
    long substitution = agent.post("/api/v1/substitutions", away).expect(201).json().get("id").asLong();
    refused(colleague.post(look + "/claim", ""));
    refused(colleague.post(look + "/complete", Map.of("outcome", "seen")));
    agent.delete("/api/v1/substitutions/" + substitution).expect(204);
    agent.post(look + "/complete", Map.of("outcome", "seen")).expect(200);
  }

  @Test
  void differentPeopleMustAgree() {
    String number = file("queue:back_office");
    done(colleague, item(number, "enter"), "entered");
    done(agent, item(number, "look"), "seen");
    String first = item(number, "agree");
    done(agent, first, "agreed");
    String second = item(number, "agree");
    assertThat(second).isNotEqualTo(first);
    refused(agent.post(second + "/claim", ""));
    refused(lead.post(second + "/reassign", Map.of("to", "colleague")));
    done(lead, second, "agreed");
    assertThat(state(number)).isEqualTo("CLOSED");
  }

  @Test
  void isOfferedToThePersonWhomTheExpressionNames() {
    String enter = item(file("user:agent"), "enter");
    refused(colleague.post(enter + "/claim", ""), "WORK-006");
    done(agent, enter, "entered");
  }

  @Test
  void fallsBackToTheQueueWhenNobodyIsNamedOrTheQueueIsUnknown() {
    for (String nobody : List.of("", "queue:no_such_queue", "user:requester-1")) {
      String number = file(nobody);
      String enter = item(number, "enter");
      JsonNode offered = lead.get(enter).expect(200).json();
      assertThat(offered.get("queue").asText()).as(nobody).isEqualTo("back_office");
      assertThat(offered.path("assignee").isNull() || offered.path("assignee").isMissingNode()).as(nobody).isTrue();
      assertThat(offered.at("/case/history").findValuesAsText("why").stream().filter(why -> !why.isEmpty())).as(nobody).isNotEmpty();
      done(colleague, enter, "entered");
    }
  }

  private String file(String whom) {
    Map<String, Object> request =
        Map.of("process", "Four_Eyes", "requester", "requester-1", "attributes", whom.isEmpty() ? Map.of("whom", " ") : Map.of("whom", whom));
    return Requests.file(server.as("bank"), request);
  }

  /** The step's newest work item. */
  private String item(String number, String step) {
    JsonNode flows = lead.get("/api/v1/cases/" + number).expect(200).json().get("flows");
    return StreamSupport.stream(flows.spliterator(), false)
        .flatMap(flow -> StreamSupport.stream(flow.get("stages").spliterator(), false))
        .flatMap(stage -> StreamSupport.stream(stage.get("steps").spliterator(), false))
        .filter(one -> one.get("name").asText().equals(step))
        .map(one -> "/api/v1/work-items/" + one.get("workItemId").asLong())
        .findFirst()
        .orElseThrow();
  }

  private String state(String number) {
    return lead.get("/api/v1/cases/" + number).expect(200).json().get("status").asText();
  }

  private static void done(Api worker, String item, String outcome) {
    worker.post(item + "/claim", "").expect(200);
    worker.post(item + "/complete", Map.of("outcome", outcome)).expect(200);
  }

  private static void refused(Reply reply) {
    refused(reply, "WORK-003");
  }

  private static void refused(Reply reply, String code) {
    assertThat(Problems.expect(reply, 403, "forbidden").path("code").asText()).isEqualTo(code);
  }
}
