package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.domain.flow.MigrationState;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.migration.MigrationDesk;
import org.casebound.fulfillment.migration.MigrationView;
import org.casebound.fulfillment.migration.MigrationView.CaseResult;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Migrations: running flows that move to another version of their process. */
@Path("/migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Migrations")
public class MigrationsResource {
  private static final String WHO = "process-owner, operator, administrator";
  private static final String ID = "/{id: [0-9]{1,18}}";

  @Inject MigrationDesk desk;

  @POST
  @Path("/rehearsal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rehearseMigration",
      summary = "Say what would become of the running flows",
      description = "The oldest 200 flows are really moved, each in a transaction that is rolled back; nothing is kept.")
  @Extension(name = Roles.NAME, value = WHO)
  public List<CaseResult> rehearse(MigrationBody body) {
    return desk.rehearse(Bodies.require(body).toRequest());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "beginMigration", summary = "Begin to move all flows that run a version now")
  @Extension(name = Roles.NAME, value = WHO)
  public MigrationView begin(MigrationBody body) {
    return desk.begin(Bodies.require(body).toRequest());
  }

  @GET
  @Operation(operationId = "listMigrations", summary = "List migrations, newest first")
  @Extension(name = Roles.NAME, value = WHO)
  public Page<MigrationView> list(
      @Parameter(description = "API name of a process.") @QueryParam("process") String process,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.list(Parameters.text("process", process), Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path(ID)
  @Operation(operationId = "getMigration", summary = "Read how far a migration is")
  @Extension(name = Roles.NAME, value = WHO)
  public MigrationView get(@PathParam("id") long id) {
    return desk.get(id);
  }

  @GET
  @Path(ID + "/results")
  @Operation(operationId = "listMigrationResults", summary = "List what became of each case")
  @Extension(name = Roles.NAME, value = WHO)
  public Page<CaseResult> results(
      @PathParam("id") long id,
      @Parameter(schema = @Schema(implementation = MigrationState.class)) @QueryParam("state") String state,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.results(
        id,
        Parameters.choice("state", state, MigrationState.class),
        Parameters.text("cursor", cursor),
        Parameters.size(size));
  }
}
