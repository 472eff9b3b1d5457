package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.retention.ProcessRetentionView;
import org.casebound.fulfillment.retention.RetentionDesk;
import org.casebound.fulfillment.retention.RetentionRunView;
import org.casebound.fulfillment.retention.RetentionScheduleView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Retention: erasing and purging what has been kept long enough. */
@Path("/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class RetentionResource {
  private static final String WATCHERS = "process-owner, operator, administrator";

  @Inject RetentionDesk desk;

  @POST
  @Path("/runs")
  @Operation(
      operationId = "beginRetentionRun",
      summary = "Erase and purge what is due now",
      description =
          "As the active versions of the processes say; cases that are held or open are left alone. One run at a time; one whose server"
              + " dies goes on by itself.")
  @Extension(name = Roles.NAME, value = "operator, administrator")
  public RetentionRunView begin() {
    return desk.begin();
  }

  @GET
  @Path("/runs")
  @Operation(operationId = "listRetentionRuns", summary = "List the runs, newest first")
  @Extension(name = Roles.NAME, value = WATCHERS)
  public Page<RetentionRunView> list(
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.list(Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path("/runs/{id: [0-9]{1,18}}")
  @Operation(operationId = "getRetentionRun", summary = "Read how far a run is")
  @Extension(name = Roles.NAME, value = WATCHERS)
  public RetentionRunView get(@PathParam("id") long id) {
    return desk.get(id);
  }

  @GET
  @Path("/processes")
  @Operation(
      operationId = "listProcessRetention",
      summary = "Read how long each active process keeps its cases, and what was done to them",
      description = "How many cases were erased and purged all in all, and how many are held now.")
  @Extension(name = Roles.NAME, value = WATCHERS)
  public List<ProcessRetentionView> processes() {
    return desk.processes();
  }

  @GET
  @Path("/schedule")
  @Operation(operationId = "getRetentionSchedule", summary = "Read when runs begin by themselves")
  @Extension(name = Roles.NAME, value = WATCHERS)
  public RetentionScheduleView schedule() {
    return desk.schedule();
  }

  @PUT
  @Path("/schedule")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changeRetentionSchedule", summary = "Say when runs begin by themselves")
  @Extension(name = Roles.NAME, value = "administrator")
  public RetentionScheduleView change(RetentionScheduleBody body) {
    RetentionScheduleBody times = Bodies.require(body);
    return desk.schedule(times.time(), times.zone());
  }
}
