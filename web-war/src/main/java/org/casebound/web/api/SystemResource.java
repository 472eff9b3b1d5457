package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebound.fulfillment.system.SystemDesk;
import org.casebound.fulfillment.system.SystemReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of the installation. */
@Path("/system")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class SystemResource {
  @Inject SystemDesk desk;

  @GET
  @Operation(
      operationId = "getSystem",
      summary = "Look at this node and at what it reaches",
      description =
          "Versions, schema, database, clocks, virus scanner, mail, disk, memory, and the settings in force; secrets are never told, only"
              + " whether they are set. Takes a few seconds when something is silent.")
  @Extension(name = Roles.NAME, value = "operator, administrator")
  public SystemReport get() {
    return desk.report();
  }
}
