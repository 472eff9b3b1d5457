package org.casebound.demobank.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.casebound.demobank.config.Bank;
import org.casebound.demobank.ledger.Answer;
import org.casebound.demobank.ledger.LedgerLine;
import org.jspecify.annotations.Nullable;

/** What the bank did: the ledger for people and tests, and the question that settles a doubt. */
@Path("/")
@RequestScoped
public class LedgerResource {
  @Inject
  private Bank bank;

  /** One JSON object per line and effect, oldest first. */
  @GET
  @Path("ledger")
  @Produces("application/x-ndjson")
  public String ledger(@QueryParam("key") @Nullable String key) {
    return bank.ledger().lines().stream()
        .filter(line -> key == null || line.effect().key().equals(key))
        .map(line -> entry(line) + "\n")
        .collect(Collectors.joining());
  }

  /** What was answered to a key, or 404 when the key was never seen. */
  @GET
  @Path("effects/{key}")
  public Response effect(@PathParam("key") String key) {
    return Answers.response(bank.ledger().find(key)
        .map(line -> new Answer(200, stored(line)))
        .orElseGet(() -> Answer.problem(404, "KEY_UNKNOWN", "No order with this key was seen.")));
  }

  private static JsonObject entry(LedgerLine line) {
    return Json.createObjectBuilder()
        .add("key", line.effect().key())
        .add("operation", line.effect().service().name())
        .add("target", line.effect().target())
        .add("reference", line.effect().reference())
        .add("status", line.finalStatus().orElse("ACCEPTED"))
        .add("calls", line.calls())
        .add("acknowledgementsSent", line.acknowledgementsSent())
        .add("at", line.effect().at().toString())
        .build();
  }

  private static JsonObject stored(LedgerLine line) {
    JsonObject answer = line.effect().answer();
    JsonObject last = line.owesAcknowledgement() ? answer : line.effect().acknowledgement().orElse(answer);
    JsonObjectBuilder body = Json.createObjectBuilder()
        .add("key", line.effect().key())
        .add("status", line.finalStatus().orElse("ACCEPTED"))
        .add("reference", line.effect().reference())
        .add("code", last.getString("code", ""))
        .add("message", last.getString("detail", last.getString("message", "")));
    if (line.effect().applied()) {
      body.add("result", last.containsKey("result") ? last.getJsonObject("result") : answer);
    }
    return body.build();
  }
}
