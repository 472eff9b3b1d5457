package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.casebound.fulfillment.desk.IncidentDesk;
import org.casebound.fulfillment.desk.IncidentDesk.IncidentSummary;
import org.casebound.fulfillment.desk.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Incidents: what a person must decide. */
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class IncidentsResource {
  @Inject IncidentDesk desk;

  @GET
  @Operation(operationId = "listIncidents", summary = "List open incidents")
  @Extension(name = Roles.NAME, value = "lead, operator, administrator")
  public Page<IncidentSummary> list(
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/retry")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "retryIncident",
      summary = "Try the failed step again, with changed data if need be",
      description = "204 says that it is tried, not that it will succeed.")
  @Extension(name = Roles.NAME, value = "operator, administrator")
  @APIResponse(responseCode = "204", description = "The step is tried again.")
  public void retry(@PathParam("id") long id, CorrectionBody body) {
    desk.retry(id, Bodies.require(body).toCorrection());
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/skip")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "skipIncident", summary = "End the failed step with a given outcome")
  @Extension(name = Roles.NAME, value = "operator, administrator")
  @APIResponse(responseCode = "204", description = "The step has ended; the flow goes on.")
  public void skip(@PathParam("id") long id, SkipBody body) {
    desk.skip(id, Bodies.require(body).toSkip());
  }
}
