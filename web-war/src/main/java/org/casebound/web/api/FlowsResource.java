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
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.FlowDesk;
import org.casebound.fulfillment.desk.FlowFilter;
import org.casebound.fulfillment.desk.FlowQuery;
import org.casebound.fulfillment.desk.FlowSummary;
import org.casebound.fulfillment.desk.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Running flows: looking at them, canceling, suspending and resuming them. */
@Path("/flows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Flows")
public class FlowsResource {
  private static final String OPERATORS = "operator, administrator";
  private static final String ID = "/{id: [0-9]{1,18}}";

  @Inject FlowDesk desk;

  @GET
  @Operation(operationId = "listFlows", summary = "List flows, newest first")
  @Extension(name = Roles.NAME, value = "lead, process-owner, operator, administrator")
  public Page<FlowSummary> list(
      @Parameter(description = "API name of a process.") @QueryParam("process") String process,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1")) @QueryParam("version") String version,
      @Parameter(schema = @Schema(implementation = FlowState.class)) @QueryParam("state") String state,
      @Parameter(description = "API name of the stage in progress.") @QueryParam("stage") String stage,
      @Parameter(description = "How long ago it began: less than an hour, a day, seven days, or longer.", schema = @Schema(implementation = AgeBand.class))
          @QueryParam("age")
          String age,
      @Parameter(description = "Only those that have not ended.", schema = @Schema(implementation = Boolean.class)) @QueryParam("open")
          String open,
      @Parameter(description = "Only those with a call that waits for its next try.", schema = @Schema(implementation = Boolean.class))
          @QueryParam("retrying")
          String retrying,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(
        new FlowQuery(
            new FlowFilter(
                Parameters.text("process", process),
                Parameters.number("version", version),
                Parameters.choice("state", state, FlowState.class),
                Parameters.text("stage", stage),
                Parameters.choice("age", age, AgeBand.class),
                Parameters.flag("open", open),
                Parameters.flag("retrying", retrying)),
            Parameters.text("cursor", cursor),
            Parameters.size(size)));
  }

  @POST
  @Path(ID + "/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "cancelFlow",
      summary = "Cancel a flow",
      description = "What runs ends, open work items are withdrawn, and the declared undo of completed steps runs. The case stays open.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public FlowSummary cancel(@PathParam("id") long id, ReasonBody body) {
    return desk.cancel(id, Bodies.require(body).require());
  }

  @POST
  @Path(ID + "/suspend")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "suspendFlow",
      summary = "Suspend a flow",
      description = "Nothing new starts; what runs goes on, and what comes of it is told to the flow when it is resumed.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public FlowSummary suspend(@PathParam("id") long id, SuspensionBody body) {
    SuspensionBody suspension = Bodies.require(body);
    return desk.suspend(id, suspension.require(), suspension.holdTimers().orElse(true), suspension.pauseClocks().orElse(true));
  }

  @POST
  @Path(ID + "/send-back")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendFlowBack",
      summary = "Send a flow back to a stage that it has entered before",
      description =
          "What is open in its stage ends, open work items are withdrawn, answers of calls that are out are not taken any more, and all steps of that stage begin anew. What was done is not undone.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public FlowSummary sendBack(@PathParam("id") long id, SendBackBody body) {
    SendBackBody wanted = Bodies.require(body).require();
    return desk.sendBack(id, wanted.stage().orElseThrow(), wanted.reason().orElseThrow());
  }

  @POST
  @Path(ID + "/resume")
  @Operation(operationId = "resumeFlow", summary = "Resume a suspended flow")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public FlowSummary resume(@PathParam("id") long id) {
    return desk.resume(id);
  }

  @POST
  @Path(ID + "/recheck")
  @Operation(operationId = "recheckFlow", summary = "Ask all conditions of a flow again")
  @Extension(name = Roles.NAME, value = "operator, administrator, integration")
  public FlowSummary recheck(@PathParam("id") long id) {
    return desk.recheck(id);
  }
}
