package org.casebound.demobank.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.casebound.demobank.faults.Faults;
import org.casebound.demobank.ledger.Answer;

/** Turns answers into HTTP responses. */
final class Answers {
  private static final MediaType PROBLEM = new MediaType("application", "problem+json");

  private Answers() {}

  static Response response(Answer answer) {
    MediaType type = answer.status() < 400 ? MediaType.APPLICATION_JSON_TYPE : PROBLEM;
    return Response.status(answer.status()).type(type).entity(answer.body().toString()).build();
  }

  static Response failure(Faults faults) {
    Response.ResponseBuilder response =
        Response.fromResponse(response(Answer.problem(faults.status(), "TOLD_TO_FAIL", "The bank was told to fail.")));
    if (faults.retryAfterSeconds() > 0) {
      response.header(HttpHeaders.RETRY_AFTER, faults.retryAfterSeconds());
    }
    return response.build();
  }
}
