package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.notice.DigestDesk;
import org.casebound.fulfillment.notice.NoticeDesk;
import org.casebound.fulfillment.notice.NoticeView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people are told in the console, and whether they have it by mail, too. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationsResource {
  private static final String PEOPLE = "requester, agent, lead, process-owner, operator, administrator";

  @Inject NoticeDesk desk;
  @Inject DigestDesk digests;

  @GET
  @Operation(operationId = "listNotifications", summary = "List what the caller and his queues were told, newest first")
  @Extension(name = Roles.NAME, value = PEOPLE)
  public Page<NoticeView> list(
      @Parameter(description = "Only what nobody has read.", schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
          @QueryParam("unread")
          @DefaultValue("false")
          boolean unread,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(unread, Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/read")
  @Operation(operationId = "readNotification", summary = "Note that it was read")
  @Extension(name = Roles.NAME, value = PEOPLE)
  @APIResponse(responseCode = "204", description = "It is noted.")
  public void read(@PathParam("id") long id) {
    desk.read(id);
  }

  @GET
  @Path("/mail")
  @Operation(operationId = "getMailDigest", summary = "Show whether the caller has by mail what he is told")
  @Extension(name = Roles.NAME, value = PEOPLE)
  @APIResponse(
      responseCode = "200",
      description = "He has.",
      content = @Content(schema = @Schema(implementation = MailDigestBody.class)))
  @APIResponse(responseCode = "204", description = "He has not.")
  public @Nullable MailDigestBody mail() {
    return digests.mine().map(MailDigestBody::of).orElse(null);
  }

  @PUT
  @Path("/mail")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "chooseMailDigest",
      summary = "Have by mail what the caller is told",
      description = "What he is told and has not read is gathered for the time he chooses, and comes in one mail.")
  @Extension(name = Roles.NAME, value = PEOPLE)
  public MailDigestBody chooseMail(MailDigestBody body) {
    MailDigestBody chosen = Bodies.require(body);
    return MailDigestBody.of(digests.choose(chosen.requiredAddress(), chosen.usualGather()));
  }

  @DELETE
  @Path("/mail")
  @Operation(operationId = "endMailDigest", summary = "Have no more mail")
  @Extension(name = Roles.NAME, value = PEOPLE)
  @APIResponse(responseCode = "204", description = "None is sent any more.")
  public void endMail() {
    digests.end();
  }
}
