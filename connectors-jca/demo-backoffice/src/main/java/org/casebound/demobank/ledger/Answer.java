package org.casebound.demobank.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What a caller gets.
 *
 * @param status HTTP status
 * @param body JSON body, a problem from 400 on
 */
public record Answer(int status, JsonObject body) {

  /** A refusal with a code that stays the same and a sentence for a person. */
  public static Answer problem(int status, String code, String detail) {
    return new Answer(
        status,
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", status >= 500 ? "Failed" : "Refused")
            .add("status", status)
            .add("code", code)
            .add("detail", detail)
            .build());
  }
}
