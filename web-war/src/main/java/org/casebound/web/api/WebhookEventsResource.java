package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.fulfillment.webhook.EventDesk;
import org.casebound.fulfillment.webhook.EventType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalog of events that webhooks are told. */
@Path("/webhook-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookEventsResource {
  @Inject EventDesk desk;

  @GET
  @Operation(operationId = "listWebhookEvents", summary = "List the events that webhooks are told, with the JSON Schema and a sample of their messages")
  @Extension(name = Roles.NAME, value = "process-owner, operator, administrator, integration")
  public List<EventType> list() {
    return desk.all();
  }
}
