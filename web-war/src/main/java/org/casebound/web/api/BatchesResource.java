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
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.operation.BatchDesk;
import org.casebound.fulfillment.operation.BatchItemState;
import org.casebound.fulfillment.operation.BatchView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Batches: operations on all incidents or flows that match a filter. */
@Path("/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Batches")
public class BatchesResource {
  private static final String OPERATORS = "operator, administrator";
  private static final String READERS = "lead, operator, administrator";
  private static final String ID = "/{id: [0-9]{1,18}}";

  @Inject BatchDesk desk;

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "previewBatch", summary = "Count what a batch would be about if it began now, and show some of it")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public BatchView.Preview preview(BatchBody body) {
    return desk.preview(Bodies.require(body).toRequest(false));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "beginBatch",
      summary = "Begin to do something to all incidents or flows that match now",
      description =
          "The list is made now and does not change afterwards, at most 10000. Each target is acted on in a transaction of its own, at a"
              + " limited rate; what became of it is kept. A retry counts as FIXED only when its step has passed.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public BatchView begin(BatchBody body) {
    return desk.begin(Bodies.require(body).toRequest(true));
  }

  @GET
  @Operation(operationId = "listBatches", summary = "List batches, newest first")
  @Extension(name = Roles.NAME, value = READERS)
  public Page<BatchView> list(
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.list(Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path(ID)
  @Operation(operationId = "getBatch", summary = "Read how far a batch is")
  @Extension(name = Roles.NAME, value = READERS)
  public BatchView get(@PathParam("id") long id) {
    return desk.get(id);
  }

  @GET
  @Path(ID + "/items")
  @Operation(operationId = "listBatchItems", summary = "List the targets of a batch and what became of each")
  @Extension(name = Roles.NAME, value = READERS)
  public Page<BatchView.Item> items(
      @PathParam("id") long id,
      @Parameter(schema = @Schema(implementation = BatchItemState.class)) @QueryParam("state") String state,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.items(
        id, Parameters.choice("state", state, BatchItemState.class), Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @POST
  @Path(ID + "/pause")
  @Operation(operationId = "pauseBatch", summary = "Let a batch stand still", description = "Retries that are on their way go on.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public BatchView pause(@PathParam("id") long id) {
    return desk.pause(id);
  }

  @POST
  @Path(ID + "/resume")
  @Operation(operationId = "resumeBatch", summary = "Let a paused batch go on")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public BatchView resume(@PathParam("id") long id) {
    return desk.resume(id);
  }

  @POST
  @Path(ID + "/cancel")
  @Operation(operationId = "cancelBatch", summary = "End a batch", description = "What it has not begun stays undone.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public BatchView cancel(@PathParam("id") long id) {
    return desk.cancel(id);
  }
}
