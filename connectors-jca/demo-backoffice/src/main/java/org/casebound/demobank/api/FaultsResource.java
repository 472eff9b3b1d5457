package org.casebound.demobank.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import org.casebound.demobank.config.Bank;
import org.casebound.demobank.ledger.Answer;

/** Tells the bank to misbehave. */
@Path("faults")
@RequestScoped
public class FaultsResource {
  @Inject
  private Bank bank;

  @GET
  public Response show() {
    return Answers.response(new Answer(200, bank.faults().current().toJson()));
  }

  @PUT
  public Response tell(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return Answers.response(new Answer(200, bank.faults().tell(reader.readObject()).toJson()));
    } catch (JsonException e) {
      return Answers.response(Answer.problem(400, "BODY_NOT_JSON", "The body is not a JSON object."));
    } catch (IllegalArgumentException e) {
      return Answers.response(Answer.problem(400, "FAULT_UNKNOWN", e.getMessage()));
    }
  }

  @DELETE
  public Response clear() {
    bank.faults().clear();
    return Response.noContent().build();
  }
}
