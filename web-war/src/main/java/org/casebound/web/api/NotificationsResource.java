package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.notice.NoticeDesk;
import org.casebound.fulfillment.notice.NoticeView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What flows tell people in the console. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationsResource {
  private static final String PEOPLE = "requester, agent, lead, process-owner, operator, administrator";

  @Inject NoticeDesk desk;

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
}
