package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.casebound.fulfillment.audit.AdminChainView;
import org.casebound.fulfillment.audit.AdminChangeDesk;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChangeQuery;
import org.casebound.fulfillment.audit.AdminChangeView;
import org.casebound.fulfillment.desk.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what in administration. */
@Path("/admin-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AdminChangesResource {
  @Inject AdminChangeDesk desk;

  @GET
  @Operation(operationId = "listAdminChanges", summary = "List changes of administration, newest first")
  @Extension(name = Roles.NAME, value = "administrator")
  public Page<AdminChangeView> list(
      @Parameter(schema = @Schema(implementation = AdminChangeKind.class)) @QueryParam("kind") String kind,
      @Parameter(description = "User name of the person who made them.") @QueryParam("who") String who,
      @Parameter(description = "Only those made then or later.", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("from")
          String from,
      @Parameter(description = "Only those made before.", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("to") String to,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    AdminChangeQuery query =
        new AdminChangeQuery(
            Parameters.choice("kind", kind, AdminChangeKind.class),
            Parameters.text("who", who),
            Parameters.instant("from", from),
            Parameters.instant("to", to));
    return desk.page(query, Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path("/check")
  @Operation(
      operationId = "checkAdminChanges",
      summary = "Check that nobody has changed the list of changes",
      description = "Each change has a hash of what it says and of the hash before. The answer names the first that does not fit or is missing.")
  @Extension(name = Roles.NAME, value = "administrator")
  public AdminChainView check() {
    return desk.check();
  }
}
