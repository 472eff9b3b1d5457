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
import org.casebound.domain.integration.DeliveryState;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.webhook.DeliveryDesk;
import org.casebound.fulfillment.webhook.DeliveryQuery;
import org.casebound.fulfillment.webhook.DeliveryView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What webhooks were and are to be told. */
@Path("/webhooks/{name: [a-z0-9-]{1,60}}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class DeliveriesResource {
  private static final String ONE = "/{id: [0-9]{1,18}}";
  private static final String OPERATORS = "operator, administrator";

  @Inject DeliveryDesk desk;

  @GET
  @Operation(
      operationId = "listDeliveries",
      summary = "List what a webhook was and is to be told, newest first",
      description = "PENDING: to be sent, for the first time or again, or kept while the webhook is paused. DELIVERED: the receiver took it. DEAD: given up.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public Page<DeliveryView> list(
      @PathParam("name") String name,
      @Parameter(schema = @Schema(implementation = DeliveryState.class)) @QueryParam("state") String state,
      @Parameter(description = "Type of event, e.g. case.created.") @QueryParam("event") String event,
      @Parameter(description = "Number of a case.") @QueryParam("case") String caseNumber,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(
        new DeliveryQuery(
            name,
            Parameters.choice("state", state, DeliveryState.class),
            Parameters.text("event", event),
            Parameters.text("case", caseNumber),
            Parameters.text("cursor", cursor),
            Parameters.size(size)));
  }

  @GET
  @Path(ONE)
  @Operation(operationId = "getDelivery", summary = "Read an event for a webhook and what became of it")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public DeliveryView get(@PathParam("name") String name, @PathParam("id") long id) {
    return desk.get(name, id);
  }

  @POST
  @Path(ONE + "/redeliver")
  @Operation(operationId = "redeliver", summary = "Send an event again, now", description = "With the same id and body, however it stands; with the tries that a new one has.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public DeliveryView again(@PathParam("name") String name, @PathParam("id") long id) {
    return desk.again(name, id);
  }
}
