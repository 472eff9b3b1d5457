package org.casebound.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.casebound.domain.workitem.WorkItemState;
import org.casebound.fulfillment.desk.HandOverDesk;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.SnoozeDesk;
import org.casebound.fulfillment.desk.WorkItemDesk;
import org.casebound.fulfillment.desk.WorkItemQuery;
import org.casebound.fulfillment.desk.WorkItemSummary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Work items: the inbox, claiming and completing. */
@ApplicationScoped // a new one for each request would cost more than its work
@Path("/work-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work items")
public class WorkItemsResource {
  private static final String WORKERS = "agent, lead";
  private static final String READERS = "agent, lead, operator, administrator";
  private static final String ID = "/{id: [0-9]{1,18}}";

  @Inject WorkItemDesk desk;
  @Inject HandOverDesk handOver;
  @Inject SnoozeDesk snoozing;

  @GET
  @Operation(
      operationId = "listWorkItems",
      summary = "List work items, the most urgent first",
      description = "Only items that the caller may see; without a state those that are OFFERED or CLAIMED.")
  @Extension(name = Roles.NAME, value = READERS)
  public Page<WorkItemSummary> list(
      @QueryParam("queue") String queue,
      @Parameter(schema = @Schema(implementation = WorkItemState.class)) @QueryParam("state") String state,
      @Parameter(description = "Claimed by this person, or offered to him alone.") @QueryParam("assignee") String assignee,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(
        new WorkItemQuery(
            Parameters.text("queue", queue),
            Parameters.choice("state", state, WorkItemState.class),
            Parameters.text("assignee", assignee),
            Parameters.text("cursor", cursor),
            Parameters.size(size)));
  }

  @GET
  @Path(ID)
  @Operation(operationId = "getWorkItem", summary = "Read a work item with its case")
  @Extension(name = Roles.NAME, value = READERS)
  public WorkItemBody get(@PathParam("id") long id) {
    return WorkItemBody.of(desk.get(id));
  }

  @POST
  @Path("/next")
  @Operation(
      operationId = "claimNextWorkItem",
      summary = "Claim the most urgent work item that the caller may work on",
      description =
          "204 when there is none. It is kept for the caller for a quarter of an hour (casebound.work.lease), longer if he renews it, and for good once he claims it.")
  @Extension(name = Roles.NAME, value = WORKERS)
  @APIResponse(
      responseCode = "200",
      description = "Claimed.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WorkItemBody.class)))
  @APIResponse(responseCode = "204", description = "There is nothing to do.")
  public Response next() {
    return desk.next().map(item -> Response.ok(WorkItemBody.of(item))).orElseGet(Response::noContent).build();
  }

  @POST
  @Path(ID + "/claim")
  @Operation(
      operationId = "claimWorkItem",
      summary = "Claim a work item",
      description = "A substitute claims what an absent person has, on his behalf.")
  @Extension(name = Roles.NAME, value = WORKERS)
  @APIResponse(
      responseCode = "200",
      description = "Claimed.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WorkItemBody.class)))
  @APIResponse(responseCode = "204", description = "Claimed, and the caller prefers a minimal answer.")
  public Response claim(
      @PathParam("id") long id,
      @Parameter(description = "With return=minimal (RFC 7240) the answer is 204: for who has seen the item already.")
          @HeaderParam(Preferred.HEADER)
          @Nullable String prefer) {
    if (Preferred.minimal(prefer)) {
      desk.claim(id);
      return Response.noContent().header(Preferred.APPLIED, Preferred.MINIMAL).build();
    }
    return Response.ok(WorkItemBody.of(desk.claimAndShow(id))).build();
  }

  @POST
  @Path(ID + "/release")
  @Operation(operationId = "releaseWorkItem", summary = "Give a claimed work item back to its queue, or to whom the caller acts for")
  @Extension(name = Roles.NAME, value = WORKERS)
  public WorkItemSummary release(@PathParam("id") long id) {
    return desk.release(id);
  }

  @POST
  @Path(ID + "/complete")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "completeWorkItem", summary = "Complete a claimed work item; its flow goes on in the same transaction")
  @Extension(name = Roles.NAME, value = WORKERS)
  public WorkItemSummary complete(@PathParam("id") long id, CompletionBody body) {
    return desk.complete(id, Bodies.require(body).toCompletion());
  }

  @POST
  @Path(ID + "/reassign")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reassignWorkItem",
      summary = "Give a work item to another person for good",
      description = "By whoever has it, or by a lead. The receiver may not be excluded by separation of duties.")
  @Extension(name = Roles.NAME, value = WORKERS)
  public WorkItemBody reassign(@PathParam("id") long id, ReceiverBody body) {
    ReceiverBody receiver = Bodies.require(body).require();
    return WorkItemBody.of(handOver.reassign(id, receiver.to().orElseThrow(), receiver.reason().orElse("")));
  }

  @POST
  @Path(ID + "/move")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "moveWorkItem",
      summary = "Offer a work item to another queue",
      description = "By whoever has it, or by a lead.")
  @Extension(name = Roles.NAME, value = WORKERS)
  public WorkItemBody move(@PathParam("id") long id, QueueBody body) {
    QueueBody wanted = Bodies.require(body).require();
    return WorkItemBody.of(handOver.move(id, wanted.queue().orElseThrow(), wanted.reason().orElse("")));
  }

  @POST
  @Path(ID + "/delegate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "delegateWorkItem",
      summary = "Let another person do a claimed work item on the caller's behalf",
      description = "When the receiver releases it, it goes back to the caller.")
  @Extension(name = Roles.NAME, value = WORKERS)
  public WorkItemBody delegate(@PathParam("id") long id, ReceiverBody body) {
    ReceiverBody receiver = Bodies.require(body).require();
    return WorkItemBody.of(handOver.delegate(id, receiver.to().orElseThrow(), receiver.reason().orElse("")));
  }

  @POST
  @Path(ID + "/priority")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "prioritizeWorkItem",
      summary = "Change the priority of a work item",
      description = "By whoever has it, or by a lead.")
  @Extension(name = Roles.NAME, value = WORKERS)
  public WorkItemBody prioritize(@PathParam("id") long id, PriorityBody body) {
    PriorityBody wanted = Bodies.require(body).require();
    return WorkItemBody.of(handOver.prioritize(id, wanted.priority().orElseThrow(), wanted.reason().orElse("")));
  }

  @POST
  @Path(ID + "/lease")
  @Operation(
      operationId = "renewWorkItemLease",
      summary = "Keep a work item that claimNextWorkItem gave",
      description = "Answers until when it is kept for the caller; without a time he has it for good.")
  @Extension(name = Roles.NAME, value = WORKERS)
  public LeaseBody renew(@PathParam("id") long id) {
    return new LeaseBody(snoozing.renew(id));
  }

  @POST
  @Path(ID + "/snooze")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "snoozeWorkItem",
      summary = "Put a work item off until a time",
      description = "By whoever has it, or by a lead. Until then claimNextWorkItem passes it by. Its due date stays.")
  @Extension(name = Roles.NAME, value = WORKERS)
  @APIResponse(responseCode = "204", description = "It is put off.")
  public void snooze(@PathParam("id") long id, SnoozeBody body) {
    SnoozeBody wanted = Bodies.require(body).require();
    snoozing.snooze(id, wanted.until().orElseThrow(), wanted.reason().orElseThrow());
  }

  @POST
  @Path(ID + "/wake")
  @Operation(operationId = "wakeWorkItem", summary = "Wake a work item that was put off")
  @Extension(name = Roles.NAME, value = WORKERS)
  @APIResponse(responseCode = "204", description = "It is in the lists again.")
  public void wake(@PathParam("id") long id) {
    snoozing.wake(id);
  }
}
