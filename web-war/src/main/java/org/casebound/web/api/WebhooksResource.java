package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebound.fulfillment.webhook.DeliveryDesk;
import org.casebound.fulfillment.webhook.DeliveryView;
import org.casebound.fulfillment.webhook.WebhookDesk;
import org.casebound.fulfillment.webhook.WebhookView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks: receivers outside that are told events. */
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhooksResource {
  private static final String NAME = "/{name: [a-z0-9-]{1,60}}";
  private static final String OPERATORS = "operator, administrator";
  private static final String OWNERS = "administrator";

  @Inject WebhookDesk desk;
  @Inject DeliveryDesk deliveries;

  @GET
  @Operation(operationId = "listWebhooks", summary = "List the webhooks and how they do", description = "By name; at most 50. Secrets are settings and never shown.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public List<WebhookView> list() {
    return desk.all();
  }

  @GET
  @Path(NAME)
  @Operation(operationId = "getWebhook", summary = "Read a webhook and how it does")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public WebhookView get(@PathParam("name") String name) {
    return desk.get(name);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addWebhook",
      summary = "Have a receiver told events",
      description =
          "Of what happens from now on; other nodes know it within five seconds. It signs with the secrets of the setting"
              + " casebound.webhooks.<name>.secrets, and sends nothing without one.")
  @Extension(name = Roles.NAME, value = OWNERS)
  @APIResponse(
      responseCode = "201",
      description = "It is active.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WebhookView.class)))
  public Response add(WebhookBody body) {
    WebhookDesk.Wish wish = Bodies.require(body).require(true);
    return Response.status(Response.Status.CREATED).entity(desk.add(body.name().orElseThrow(), wish)).build();
  }

  @PUT
  @Path(NAME)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeWebhook",
      summary = "Change what a webhook tells, and where",
      description = "What was written for it before goes to the new address, too.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public WebhookView change(@PathParam("name") String name, WebhookBody body) {
    WebhookDesk.Wish wish = Bodies.require(body).require(false);
    return desk.change(name, wish, body.version().orElseThrow());
  }

  @DELETE
  @Path(NAME)
  @Operation(operationId = "deleteWebhook", summary = "Forget a webhook with all that it was and is to be told")
  @Extension(name = Roles.NAME, value = OWNERS)
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void delete(@PathParam("name") String name) {
    desk.delete(name);
  }

  @POST
  @Path(NAME + "/pause")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "pauseWebhook", summary = "Send nothing to a webhook any more", description = "Its events are kept, as long as deliveries are.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public WebhookView pause(@PathParam("name") String name, ReasonBody body) {
    return desk.pause(name, Bodies.require(body).require());
  }

  @POST
  @Path(NAME + "/resume")
  @Operation(operationId = "resumeWebhook", summary = "Send a webhook what was kept, and what comes")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public WebhookView resume(@PathParam("name") String name) {
    return desk.resume(name);
  }

  @POST
  @Path(NAME + "/test")
  @Operation(operationId = "testWebhook", summary = "Send a webhook an event that tells of nothing", description = "Once, now, whatever it wants, and while it is paused, too.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public DeliveryView test(@PathParam("name") String name) {
    return deliveries.test(name);
  }
}
