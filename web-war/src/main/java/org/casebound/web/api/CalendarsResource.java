package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.casebound.fulfillment.desk.CalendarDesk;
import org.casebound.fulfillment.desk.CalendarView;
import org.casebound.fulfillment.desk.DuePreview;
import org.casebound.web.api.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calendars: when people work, and when something is due by that. */
@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class CalendarsResource {
  private static final String WHO = "process-owner, administrator";

  @Inject CalendarDesk desk;
  @Inject Clock clock;

  @GET
  @Operation(
      operationId = "listCalendars",
      summary = "List the calendars of the active processes",
      description = "With their hours and the free days of this year and the next; what several processes have in common is one.")
  @Extension(name = Roles.NAME, value = WHO)
  public List<CalendarView> list() {
    return desk.all(Locale.ENGLISH);
  }

  @GET
  @Path("/{process}/{name}/due")
  @Operation(
      operationId = "previewDue",
      summary = "Say when something would be due by a calendar",
      description = "With every day from the start to then: what of it counts, or why nothing does.")
  @Extension(name = Roles.NAME, value = WHO)
  public DuePreview due(
      @Parameter(description = "API name of an active process that has the calendar.") @PathParam("process") String process,
      @Parameter(description = "API name of the calendar.") @PathParam("name") String name,
      @Parameter(description = "When it begins; without it now.", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("start")
          String start,
      @Parameter(description = "How much working time it takes (ISO 8601), one minute to 2000 hours, e.g. PT16H.", required = true)
          @QueryParam("work")
          String work) {
    Duration needed =
        Parameters.duration("work", work)
            .orElseThrow(() -> ProblemException.parameter("work", "PARAM-020", "The parameter 'work' says how much working time it takes, e.g. PT16H."));
    return desk.preview(process, name, Parameters.instant("start", start).orElseGet(clock::instant), needed, Locale.ENGLISH);
  }
}
