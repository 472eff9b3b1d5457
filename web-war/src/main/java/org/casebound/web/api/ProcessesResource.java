package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.fulfillment.intake.RequestCatalog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalog: what can be asked for. */
@Path("/processes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
public class ProcessesResource {
  private static final String EVERYBODY =
      "requester, agent, lead, process-owner, operator, administrator, integration";

  @Inject RequestCatalog catalog;

  @GET
  @Operation(operationId = "listProcesses", summary = "List the active service processes with their attributes")
  @Extension(name = Roles.NAME, value = EVERYBODY)
  public Processes list() {
    return new Processes(catalog.active().stream().map(ProcessBody::of).toList());
  }

  @GET
  @Path("/{name}")
  @Operation(operationId = "getProcess", summary = "Read an active service process")
  @Extension(name = Roles.NAME, value = EVERYBODY)
  public ProcessBody get(@PathParam("name") String name) {
    return ProcessBody.of(catalog.require(name));
  }

  /** All of them: a catalog is short. */
  public record Processes(List<ProcessBody> items) {}
}
