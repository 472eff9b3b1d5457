package org.casebound.demobank.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * What the bank answered to the first call with a key; a refusal is kept too, so that it stays the same.
 *
 * @param httpStatus 200 done, 202 accepted, 4xx refused
 * @param answer the answer's body
 * @param request the request's body
 * @param acknowledgement body of the later answer; empty when none follows
 */
public record Effect(
    String key,
    Service service,
    String target,
    String fingerprint,
    int httpStatus,
    JsonObject answer,
    JsonObject request,
    Instant at,
    Optional<JsonObject> acknowledgement) {

  /** Whether something was really changed. */
  public boolean applied() {
    return httpStatus < 300;
  }

  /** The bank's name for the work; empty when refused. */
  public String reference() {
    return answer.getString("reference", "");
  }

  JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder()
        .add("entry", "effect")
        .add("key", key)
        .add("service", service.name())
        .add("target", target)
        .add("fingerprint", fingerprint)
        .add("httpStatus", httpStatus)
        .add("answer", answer)
        .add("request", request)
        .add("at", at.toString());
    acknowledgement.ifPresent(body -> json.add("acknowledgement", body));
    return json.build();
  }

  static Effect fromJson(JsonObject json) {
    return new Effect(
        json.getString("key"),
        Service.valueOf(json.getString("service")),
        json.getString("target"),
        json.getString("fingerprint"),
        json.getInt("httpStatus"),
        json.getJsonObject("answer"),
        json.getJsonObject("request"),
        Instant.parse(json.getString("at")),
        Optional.ofNullable(json.getJsonObject("acknowledgement")));
  }
}
