package org.casebound.demobank.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.casebound.demobank.config.Bank;
import org.casebound.demobank.ledger.Answer;
import org.casebound.demobank.ledger.Effect;
import org.casebound.demobank.ledger.Service;
import org.jspecify.annotations.Nullable;

/** Cards, customers and fees. */
@Path("/")
@RequestScoped
public class BankResource {
  private static final String KEY = "Idempotency-Key";

  @Inject
  private Bank bank;

  @Inject
  private Counter counter;

  @POST
  @Path("cards/{id}/block")
  public Response block(
      @PathParam("id") String id, @HeaderParam(KEY) @Nullable String key, @Nullable String body,
      @Context HttpServletRequest http) {
    return counter.take(Service.BLOCK_CARD, id, key, body, http);
  }

  @PUT
  @Path("customers/{id}/address")
  public Response changeAddress(
      @PathParam("id") String id, @HeaderParam(KEY) @Nullable String key, @Nullable String body,
      @Context HttpServletRequest http) {
    return counter.take(Service.CHANGE_ADDRESS, id, key, body, http);
  }

  @POST
  @Path("fees/{id}/reverse")
  public Response reverse(
      @PathParam("id") String id, @HeaderParam(KEY) @Nullable String key, @Nullable String body,
      @Context HttpServletRequest http) {
    return counter.take(Service.REVERSE_FEE, id, key, body, http);
  }

  @GET
  @Path("cards/{id}")
  public Response card(@PathParam("id") String id) {
    return show(Service.BLOCK_CARD, "card", id, "BLOCKED", "ACTIVE");
  }

  @GET
  @Path("fees/{id}")
  public Response fee(@PathParam("id") String id) {
    return show(Service.REVERSE_FEE, "fee", id, "REVERSED", "CHARGED");
  }

  @GET
  @Path("customers/{id}")
  public Response customer(@PathParam("id") String id) {
    return show(Service.CHANGE_ADDRESS, "customer", id, "ACTIVE", "ACTIVE");
  }

  @GET
  @Path("health")
  public Response health() {
    return Answers.response(new Answer(200, Json.createObjectBuilder().add("status", "UP").build()));
  }

  private Response show(Service service, String kind, String id, String changed, String unchanged) {
    if (!service.knows(id)) {
      return Answers.response(
          Answer.problem(404, service.unknownTargetCode(), "The bank does not know it."));
    }
    Optional<Effect> effect = bank.ledger().latest(service, id);
    JsonObjectBuilder body = Json.createObjectBuilder()
        .add(kind, id)
        .add("status", effect.isPresent() ? changed : unchanged);
    effect.ifPresent(found -> body.add("reference", found.reference()));
    effect.filter(found -> service == Service.CHANGE_ADDRESS)
        .ifPresent(found -> body.add("address", found.request()));
    return Answers.response(new Answer(200, body.build()));
  }
}
