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
import org.casebound.fulfillment.deadletter.DeadLetterDesk;
import org.casebound.fulfillment.deadletter.DeadLetters;
import org.casebound.fulfillment.desk.ConnectorDesk;
import org.casebound.fulfillment.desk.ConnectorView;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connectors: whether calls to back offices go out. */
@Path("/connectors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class ConnectorsResource {
  private static final String NAME = "/{name: [A-Za-z0-9_.-]{1,80}}";
  private static final String LETTER = NAME + "/dead-letters/{id: [^/]{1,200}}";
  private static final String OPERATORS = "operator, administrator";
  private static final String WATCHERS = "lead, operator, administrator";

  @Inject ConnectorDesk desk;
  @Inject IntegrationDesk integrations;
  @Inject DeadLetterDesk deadLetters;

  @GET
  @Operation(
      operationId = "listConnectors",
      summary = "List the connectors that processes call through, and whether calls go out",
      description =
          "CLOSED: they do. OPEN: too many failed; work is parked until a probe (HALF_OPEN) succeeds. STOPPED: a person stopped"
              + " them; work is parked until a person starts them again.")
  @Extension(name = Roles.NAME, value = WATCHERS)
  public List<ConnectorView> list() {
    return desk.all();
  }

  @GET
  @Path(NAME + "/changes")
  @Operation(operationId = "listConnectorChanges", summary = "List who or what stopped and started calls, newest first")
  @Extension(name = Roles.NAME, value = WATCHERS)
  public Page<ConnectorView.Change> changes(
      @PathParam("name") String name,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.changes(name, Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path(NAME + "/health")
  @Operation(operationId = "askConnectorHealth", summary = "Ask a connector whether its back office can be reached now")
  @Extension(name = Roles.NAME, value = "lead, process-owner, operator, administrator")
  public IntegrationViews.Health health(@PathParam("name") String name) {
    return integrations.health(name);
  }

  @POST
  @Path(NAME + "/stop")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "stopConnector",
      summary = "Stop calls through a connector",
      description = "On all nodes within a second. Calls that are out come back; work is parked, without incidents.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public ConnectorView stop(@PathParam("name") String name, ReasonBody body) {
    return desk.stop(name, Bodies.require(body).require());
  }

  @POST
  @Path(NAME + "/start")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startConnector",
      summary = "Let calls through a connector go out again",
      description = "Whatever has stopped them. Parked work resumes at the rate of the setting casebound.circuit.resume-rate.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public ConnectorView start(@PathParam("name") String name, ReasonBody body) {
    return desk.start(name, Bodies.require(body).require());
  }

  @GET
  @Path(NAME + "/dead-letters")
  @Operation(
      operationId = "listDeadLetters",
      summary = "List the messages that a connector's broker could not bring to anybody, oldest first",
      description = "Requests that the back office gave back again and again, and replies that could not be stored. Values are masked.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public DeadLetters deadLetters(
      @PathParam("name") String name,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return deadLetters.look(name, Parameters.size(size));
  }

  @POST
  @Path(LETTER + "/send-back")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sendDeadLetterBack", summary = "Put a dead letter back into the queue that it came from")
  @Extension(name = Roles.NAME, value = OPERATORS)
  @APIResponse(responseCode = "204", description = "It is delivered again.")
  public void sendBack(@PathParam("name") String name, @PathParam("id") String id, ReasonBody body) {
    deadLetters.sendBack(name, id, Bodies.require(body).require());
  }

  @POST
  @Path(LETTER + "/discard")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "discardDeadLetter", summary = "Throw a dead letter away")
  @Extension(name = Roles.NAME, value = OPERATORS)
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void discard(@PathParam("name") String name, @PathParam("id") String id, ReasonBody body) {
    deadLetters.discard(name, id, Bodies.require(body).require());
  }
}
