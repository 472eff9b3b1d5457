package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.fulfillment.desk.NodeDesk;
import org.casebound.fulfillment.desk.NodeView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The server nodes that share the database. */
@Path("/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class NodesResource {
  @Inject NodeDesk desk;

  @GET
  @Operation(
      operationId = "listNodes",
      summary = "List the server nodes, those seen last first",
      description = "One line for each start of a node within a day. A node that has been silent for as long as a lease is taken for dead.")
  @Extension(name = Roles.NAME, value = "operator, administrator")
  public List<NodeView> list() {
    return desk.all();
  }
}
