package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.casebound.fulfillment.event.CaseEvent;
import org.casebound.fulfillment.event.CaseEvents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events from outside that flows wait for. */
@Path("/cases/{number}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseEventsResource {
  @Inject CaseEvents events;

  /** What became of an event. */
  @Schema(name = "CaseEventReceipt")
  public record Stored(@Schema(enumeration = {"TAKEN", "WAITING"}) String receipt) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "tellEvent",
      summary = "Tell a case that something has happened",
      description =
          "Steps that wait for an event of this name go on. Answered after it was stored; sending it again gets the first answer.")
  @Extension(name = Roles.NAME, value = "integration, operator, administrator")
  @APIResponse(
      responseCode = "200",
      description = "TAKEN: a step awaited it and goes on.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Stored.class)))
  @APIResponse(
      responseCode = "202",
      description = "WAITING: no step awaits it yet; the first one that does will take it.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Stored.class)))
  public Response tell(@PathParam("number") String number, CaseEventBody body) {
    CaseEventBody event = Bodies.require(body).require();
    CaseEvent.State state =
        events.receive(number, event.id().orElseThrow(), event.name().orElseThrow(), event.data().orElse(Map.of()));
    Response.ResponseBuilder answer = state == CaseEvent.State.TAKEN ? Response.ok() : Response.accepted();
    return answer.entity(new Stored(state.name())).build();
  }
}
