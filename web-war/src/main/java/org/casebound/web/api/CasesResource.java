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
import org.casebound.domain.cases.CaseStatus;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseOversight;
import org.casebound.fulfillment.desk.CaseQuery;
import org.casebound.fulfillment.desk.CaseSummary;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.EndedPromise;
import org.casebound.fulfillment.desk.PromiseKept;
import org.casebound.web.api.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases: reading them, working by hand those that have no flow, and steering all. */
@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CasesResource {
  private static final String EVERYBODY =
      "requester, agent, lead, process-owner, operator, administrator, integration";

  @Inject CaseDesk desk;
  @Inject CaseOversight oversight;

  @GET
  @Operation(
      operationId = "listCases",
      summary = "List cases, newest first",
      description = "Only cases that the caller may see; the member next is the cursor of the next page.")
  @Extension(name = Roles.NAME, value = EVERYBODY)
  public Page<CaseSummary> list(
      @Parameter(schema = @Schema(implementation = CaseStatus.class)) @QueryParam("status") String status,
      @Parameter(description = "Owned by this queue.") @QueryParam("queue") String queue,
      @Parameter(description = "Owned by this person.") @QueryParam("owner") String owner,
      @QueryParam("requester") String requester,
      @Parameter(description = "API name of the process.") @QueryParam("process") String process,
      @Parameter(description = "Only those for which a rule asks for attention.", schema = @Schema(implementation = Boolean.class))
          @QueryParam("escalated")
          String escalated,
      @Parameter(description = "Only open ones with a promised time that is over.", schema = @Schema(implementation = Boolean.class))
          @QueryParam("late")
          String late,
      @Parameter(description = "Only open ones that were filed longer ago than this duration (ISO 8601), e.g. P2D.") @QueryParam("openFor")
          String openFor,
      @Parameter(
              description = "Only those with promised times that ended so in the last 30 days: all in time, or one of them not.",
              schema = @Schema(implementation = PromiseKept.class))
          @QueryParam("promise")
          String promise,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    if (queue != null && owner != null) {
      throw ProblemException.parameter("queue", "PARAM-005", "A case belongs to a queue or to a person: give one of queue and owner.");
    }
    return desk.page(
        new CaseQuery(
            Parameters.choice("status", status, CaseStatus.class),
            Parameters.text("queue", queue),
            Parameters.text("owner", owner),
            Parameters.text("requester", requester),
            Parameters.text("process", process),
            Parameters.flag("escalated", escalated),
            Parameters.flag("late", late),
            Parameters.duration("openFor", openFor),
            Parameters.choice("promise", promise, PromiseKept.class).map(how -> new EndedPromise(how, EndedPromise.USUAL_DAYS)),
            Parameters.text("cursor", cursor),
            Parameters.size(size)));
  }

  @GET
  @Path("/{number}")
  @Operation(operationId = "getCase", summary = "Read a case with its request, documents, flows and history")
  @Extension(name = Roles.NAME, value = EVERYBODY)
  public CaseView get(@PathParam("number") String number) {
    return desk.byNumber(number);
  }

  @POST
  @Path("/{number}/take")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "takeCase", summary = "Take a case from its queue, to work it by hand")
  @Extension(name = Roles.NAME, value = "agent, lead")
  public CaseView take(@PathParam("number") String number, CaseVersionBody body) {
    desk.take(number, Bodies.require(body).require());
    return desk.byNumber(number);
  }

  @POST
  @Path("/{number}/give-back")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "giveBackCase", summary = "Give a case back to its queue")
  @Extension(name = Roles.NAME, value = "agent, lead")
  public CaseView giveBack(@PathParam("number") String number, CaseVersionBody body) {
    desk.giveBack(number, Bodies.require(body).require());
    return desk.byNumber(number);
  }

  @POST
  @Path("/{number}/close")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "closeCase", summary = "Close a case by hand")
  @Extension(name = Roles.NAME, value = "agent, lead")
  public CaseView close(@PathParam("number") String number, CaseClosingBody body) {
    CaseClosingBody closing = Bodies.require(body).require();
    desk.close(
        number,
        closing.resolution().orElseThrow(),
        closing.reason().orElseThrow(),
        closing.version().orElseThrow());
    return desk.byNumber(number);
  }

  @POST
  @Path("/{number}/assign")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "assignCase", summary = "Give a case to a person, or move it to another queue")
  @Extension(name = Roles.NAME, value = "lead")
  public CaseView assign(@PathParam("number") String number, CaseAssignmentBody body) {
    CaseAssignmentBody assignment = Bodies.require(body).require();
    oversight.assign(number, assignment.owner(), assignment.version().orElseThrow());
    return desk.byNumber(number);
  }

  @POST
  @Path("/{number}/reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reopenCase",
      summary = "Reopen a closed case",
      description = "It waits in its queue to be worked by hand; its promised times run anew.")
  @Extension(name = Roles.NAME, value = "agent, lead")
  public CaseView reopen(@PathParam("number") String number, CaseReasonBody body) {
    CaseReasonBody reopening = Bodies.require(body).require();
    oversight.reopen(number, reopening.reason().orElseThrow(), reopening.version().orElseThrow());
    return desk.byNumber(number);
  }

  @POST
  @Path("/{number}/milestones/pause")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "pauseMilestones", summary = "Stop the clocks of a case's promised times")
  @Extension(name = Roles.NAME, value = "agent, lead")
  public CaseView pause(@PathParam("number") String number, ReasonBody body) {
    oversight.pause(number, Bodies.require(body).require());
    return desk.byNumber(number);
  }

  @POST
  @Path("/{number}/milestones/resume")
  @Operation(operationId = "resumeMilestones", summary = "Start the paused clocks of a case again")
  @Extension(name = Roles.NAME, value = "agent, lead")
  public CaseView resume(@PathParam("number") String number) {
    oversight.resume(number);
    return desk.byNumber(number);
  }
}
