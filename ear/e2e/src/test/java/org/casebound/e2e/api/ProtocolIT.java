package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What HTTP itself can go wrong about is a problem too, and every answer carries the headers that protect it. */
@ExtendWith(ServerLogOnFailure.class)
class ProtocolIT {
  private final CaseboundServer server = SharedServer.any();
  private final Api agent = server.as("agent");

  @Test
  void answersUnknownPathsWithAProblem() {
    Problems.expect(agent.get("/api/v1/nothing"), 404, "not-found");
    Problems.expect(agent.get("/api/v2/cases"), 404, "not-found");
    Problems.expect(agent.get("/api"), 404, "not-found");
    Problems.expect(agent.get("/api/v1/work-items/abc"), 404, "not-found");
  }

  @Test
  void answersWrongMethodsAndMediaTypesWithAProblem() {
    Reply reply = agent.delete("/api/v1/processes");
    Problems.expect(reply, 405, "method-not-allowed");
    assertThat(reply.header("Allow")).hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    Problems.expect(agent.with("Accept", "text/html").get("/api/v1/processes"), 406, "not-acceptable");
    Problems.expect(agent.with("Content-Type", "text/plain").post(Requests.PATH, "x"), 415, "unsupported-media-type");
  }

  @Test
  void protectsEveryAnswer() {
    for (Reply reply : new Reply[] {agent.get("/api/v1/processes"), agent.get("/api/v1/x"), server.anonymous().get("/api/v1/cases")}) {
      assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(reply.header("Cache-Control")).contains("no-store");
      assertThat(reply.header("X-Frame-Options")).contains("DENY");
      assertThat(reply.header("Referrer-Policy")).contains("same-origin");
      assertThat(reply.header("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "sandbox"));
      assertThat(reply.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void handsDocumentsOutAsAttachmentsOnly() {
    String path = "/api/v1/cases/" + Requests.file(server.as("requester"), Requests.addressUpdate());
    long document = agent.get(path).expect(200).json().get("documents").get(0).get("id").asLong();
    Reply reply = agent.get(path + "/documents/" + document).expect(200);
    assertThat(reply.header("Content-Type")).contains("application/pdf");
    assertThat(reply.header("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment; filename=\"proof of address.pdf\""));
    assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(reply.header("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
    assertThat(reply.body()).startsWith("%PDF-1.4");
    Problems.expect(agent.get(path + "/documents/99999999"), 404, "not-found");
  }
}
