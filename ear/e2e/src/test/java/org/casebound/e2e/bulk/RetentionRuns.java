package org.casebound.e2e.bulk;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;

/** Begins runs that erase and purge, and looks at them, as an operator. */
final class RetentionRuns {
  static final String PATH = "/api/v1/retention/runs";

  private final CaseboundServer server;

  RetentionRuns(CaseboundServer server) {
    this.server = server;
  }

  /** Begins a run, after the one on its way if there is one, and answers its id. */
  long begin() {
    return await("a run to begin")
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.as("operator").post(PATH, ""), reply -> reply.status() == 200)
        .json()
        .path("id")
        .asLong();
  }

  JsonNode look(long run) {
    return server.as("operator").get(PATH + "/" + run).expect(200).json();
  }

  /** What is said of the cases of a process. */
  JsonNode ofProcess(String process) {
    for (JsonNode each : server.as("owner").get("/api/v1/retention/processes").expect(200).json()) {
      if (each.path("process").asText().equals(process)) {
        return each;
      }
    }
    throw new AssertionError("No word of " + process);
  }

  JsonNode awaitEnd(long run) {
    return awaitEnd(run, Duration.ofSeconds(90));
  }

  JsonNode awaitEnd(long run, Duration atMost) {
    return await("the end of run " + run)
        .atMost(atMost)
        .until(() -> look(run), seen -> !seen.path("state").asText().equals("RUNNING"));
  }

  JsonNode runOnce() {
    return awaitEnd(begin());
  }

  Reply hold(String user, String caseNumber, String verb, String reason) {
    return server.as(user).post("/api/v1/cases/" + caseNumber + "/legal-holds" + verb, "{\"reason\":\"" + reason + "\"}");
  }
}
