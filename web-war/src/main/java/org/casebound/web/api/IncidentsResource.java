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
import java.util.List;
import org.casebound.fulfillment.desk.IncidentDesk;
import org.casebound.fulfillment.desk.IncidentDetail;
import org.casebound.fulfillment.desk.IncidentFilter;
import org.casebound.fulfillment.desk.IncidentGroup;
import org.casebound.fulfillment.desk.IncidentSummary;
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
  private static final String READERS = "lead, operator, administrator";
  private static final String OPERATORS = "operator, administrator";
  private static final String ID = "/{id: [0-9]{1,18}}";

  @Inject IncidentDesk desk;

  @GET
  @Operation(operationId = "listIncidents", summary = "List open incidents")
  @Extension(name = Roles.NAME, value = READERS)
  public Page<IncidentSummary> list(
      @Parameter(description = "API name of a process.") @QueryParam("process") String process,
      @Parameter(description = "API name of the step that stopped.") @QueryParam("step") String step,
      @Parameter(description = "Code of the cause.") @QueryParam("code") String code,
      @Parameter(description = "Short name of the connector whose call failed.") @QueryParam("connector") String connector,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    IncidentFilter filter =
        new IncidentFilter(
            Parameters.text("process", process),
            Parameters.text("step", step),
            Parameters.text("code", code),
            Parameters.text("connector", connector));
    return desk.page(filter, Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path("/causes")
  @Operation(
      operationId = "listIncidentCauses",
      summary = "List the causes of open incidents, those of most incidents first",
      description = "Incidents of one cause have process, step, code and connector in common. At most 100 causes.")
  @Extension(name = Roles.NAME, value = READERS)
  public List<IncidentGroup> causes() {
    return desk.groups(IncidentFilter.ALL);
  }

  @GET
  @Path(ID)
  @Operation(
      operationId = "getIncident",
      summary = "Read an incident and what became of it",
      description = "A retry is FIXED only when the step has passed; when it fails again it is FAILED_AGAIN, with the reason.")
  @Extension(name = Roles.NAME, value = READERS)
  public IncidentDetail get(@PathParam("id") long id) {
    return desk.get(id);
  }

  @POST
  @Path(ID + "/retry")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "retryIncident",
      summary = "Try the failed step again, with changed data if need be",
      description = "204 says that it is tried, not that it will succeed.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  @APIResponse(responseCode = "204", description = "The step is tried again.")
  public void retry(@PathParam("id") long id, CorrectionBody body) {
    desk.retry(id, Bodies.require(body).toCorrection());
  }

  @POST
  @Path(ID + "/skip")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "skipIncident", summary = "End the failed step with a given outcome")
  @Extension(name = Roles.NAME, value = OPERATORS)
  @APIResponse(responseCode = "204", description = "The step has ended; the flow goes on.")
  public void skip(@PathParam("id") long id, SkipBody body) {
    desk.skip(id, Bodies.require(body).toSkip());
  }

  @POST
  @Path(ID + "/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "cancelIncident", summary = "Cancel the flow that stopped")
  @Extension(name = Roles.NAME, value = OPERATORS)
  @APIResponse(responseCode = "204", description = "The flow is canceled; the case stays open.")
  public void cancel(@PathParam("id") long id, ReasonBody body) {
    desk.cancel(id, Bodies.require(body).require());
  }
}
