package org.casebound.e2e.flow;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;

/** Cases of the process Complaint, whose promised times are some seconds long. */
public final class Complaints {
  static final String REQUESTS = "/api/v1/service-requests";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a caller is answered whose case changed in between: by the check of the version, or at the commit. */
  private static final Set<String> OVERTAKEN = Set.of("CASE-004", "");

  private final CaseboundServer server;

  public Complaints(CaseboundServer server) {
    this.server = server;
    Bundles.publish(server, "complaint");
  }

  /** A filed complaint. */
  public record Filed(String number, long request) {}

  /** Files one for the requester, with these attributes besides its topic. */
  public Filed file(Map<String, Object> attributes) {
    return file(server.as("bank"), "requester", attributes);
  }

  Filed file(Api caller, String requester, Map<String, Object> attributes) {
    Map<String, Object> all = new HashMap<>(Map.of("topic", "queue"));
    all.putAll(attributes);
    JsonNode receipt =
        caller.post(REQUESTS, Map.of("process", "Complaint", "requester", requester, "attributes", all)).expect(201).json();
    return new Filed(receipt.path("caseNumber").asText(), receipt.path("serviceCatalogRequestId").asLong());
  }

  public JsonNode look(Filed complaint) {
    return server.as("lead").get("/api/v1/cases/" + complaint.number()).expect(200).json();
  }

  /** The case, as soon as it is so; looked at once more, as the answer that shows it first may have been put together around a commit. */
  JsonNode until(Filed complaint, String what, Predicate<JsonNode> condition) {
    await(complaint + " " + what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> look(complaint), condition);
    return look(complaint);
  }

  /** The case, as soon as its milestone is in the state. */
  JsonNode awaitMilestone(Filed complaint, String name, String state) {
    return until(complaint, name + " to be " + state, seen -> milestone(seen, name).path("state").asText().equals(state));
  }

  /** The newest milestone of that name. */
  static JsonNode milestone(JsonNode seen, String name) {
    return Desk.stream(seen.path("milestones"))
        .filter(milestone -> milestone.path("name").asText().equals(name))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("no milestone " + name + " in " + seen));
  }

  /** What the history says, oldest first: {@code subject name from>to why}. */
  static List<String> history(JsonNode seen) {
    return Desk.stream(seen.path("history"))
        .map(
            line ->
                "%s %s %s>%s %s"
                    .formatted(
                        line.path("subject").asText(),
                        line.path("name").asText(),
                        line.path("from").asText(),
                        line.path("to").asText(),
                        line.path("why").asText()))
        .toList();
  }

  /** Does something to a case, giving the version that is the newest; again when what became due was faster. */
  Reply act(String user, Filed complaint, String action, Map<String, Object> body) {
    return unlessOvertaken(
        !body.containsKey("version"),
        () -> {
          Map<String, Object> versioned = new HashMap<>(body);
          versioned.putIfAbsent("version", look(complaint).path("version").asInt());
          return server.as(user).post("/api/v1/cases/" + complaint.number() + "/" + action, versioned);
        });
  }

  private static Reply unlessOvertaken(boolean sawTheNewest, Callable<Reply> call) {
    return await("no change in between")
        .atMost(PATIENCE)
        .until(call, reply -> !sawTheNewest || reply.status() != 409 || !OVERTAKEN.contains(reply.json().path("code").asText("")));
  }

  /** An agent takes the case and closes it. */
  public void close(Filed complaint) {
    act("agent", complaint, "take", Map.of()).expect(200);
    act("agent", complaint, "close", Map.of("resolution", "FULFILLED", "reason", "Explained.")).expect(200);
  }

  /** Changes the request, giving the versions that are the newest; again when what became due was faster. */
  Reply patch(String user, Filed complaint, Map<String, Object> body) {
    String path = REQUESTS + "/" + complaint.request();
    return unlessOvertaken(
        !body.containsKey("version"),
        () -> {
          JsonNode seen = server.as("lead").get(path).expect(200).json();
          Map<String, Object> versioned = new HashMap<>(body);
          versioned.putIfAbsent("version", seen.path("version").asInt());
          versioned.putIfAbsent("caseVersion", seen.path("caseVersion").asInt());
          return server.as(user).patch(path, versioned);
        });
  }
}
