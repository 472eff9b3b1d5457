package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.TimerCount;
import org.casebound.fulfillment.desk.TimerDesk;
import org.casebound.fulfillment.desk.TimerLine;
import org.casebound.fulfillment.desk.TimerQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is to happen at a time: timers, reminders, promised times, starts. */
@Path("/timers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class TimersResource {
  private static final String OPERATORS = "operator, administrator";

  @Inject TimerDesk desk;

  @GET
  @Operation(operationId = "listTimers", summary = "List due tasks, those due first first")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public Page<TimerLine> list(
      @Parameter(schema = @Schema(implementation = DueTaskKind.class)) @QueryParam("kind") String kind,
      @Parameter(
              description = "OVERDUE: due for more than a minute. FAILED: failed at least once; they come again.",
              schema = @Schema(implementation = TimerQuery.Which.class))
          @QueryParam("which")
          String which,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(
        new TimerQuery(
            Parameters.choice("kind", kind, DueTaskKind.class),
            Parameters.choice("which", which, TimerQuery.Which.class).orElse(TimerQuery.Which.ALL),
            Parameters.text("cursor", cursor),
            Parameters.size(size)));
  }

  @GET
  @Path("/counts")
  @Operation(operationId = "countTimers", summary = "Count due tasks by kind")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public List<TimerCount> counts() {
    return desk.counts();
  }
}
