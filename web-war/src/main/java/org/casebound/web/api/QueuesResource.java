package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.fulfillment.desk.QueueDesk;
import org.casebound.fulfillment.desk.QueueLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queues that work waits in. */
@Path("/queues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work items")
public class QueuesResource {
  @Inject QueueDesk desk;

  @GET
  @Operation(
      operationId = "listQueues",
      summary = "List queues with the work that waits in them, by label",
      description =
          "Queues that active processes name, and those of open work besides. Members are the people in the group of the queue's name, which is"
              + " kept by the server or the OpenID provider.")
  @Extension(name = Roles.NAME, value = "lead, operator, administrator")
  public List<QueueLine> list() {
    return desk.queues();
  }
}
