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
import jakarta.ws.rs.core.Response;
import org.casebound.fulfillment.desk.CaseView.MessageView;
import org.casebound.fulfillment.desk.MessageDesk;
import org.casebound.fulfillment.desk.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the people who work a case and its requester write to each other. */
@Path("/cases/{number}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseMessagesResource {
  /** Whoever may be a requester; the case decides. */
  private static final String WRITERS = "requester, agent, lead, process-owner, operator, administrator, integration";

  @Inject MessageDesk desk;

  @GET
  @Operation(
      operationId = "listMessages",
      summary = "List the messages between a case's requester and those who work it, newest first",
      description = "Reading them so is not noted.")
  @Extension(name = Roles.NAME, value = WRITERS)
  public Page<MessageView> list(
      @PathParam("number") String number,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(number, Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "writeMessage",
      summary = "Write to the requester, or as the requester to those who work the case",
      description = "The other side is told that there is a message; what it has written counts as read.")
  @Extension(name = Roles.NAME, value = WRITERS)
  @APIResponse(
      responseCode = "201",
      description = "It is written.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MessageView.class)))
  public Response write(@PathParam("number") String number, CaseMessageBody body) {
    CaseMessageBody message = Bodies.require(body);
    MessageView written = desk.write(number, message.requiredText(), message.upload());
    return Response.status(Response.Status.CREATED).entity(written).build();
  }

  @POST
  @Path("/read")
  @Operation(operationId = "readMessages", summary = "Note that the caller's side has read what the other has written")
  @Extension(name = Roles.NAME, value = WRITERS)
  @APIResponse(responseCode = "204", description = "It is noted.")
  public void read(@PathParam("number") String number) {
    desk.read(number);
  }
}
