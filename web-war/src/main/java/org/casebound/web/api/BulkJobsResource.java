package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.casebound.fulfillment.bulk.BulkDesk;
import org.casebound.fulfillment.bulk.BulkFormat;
import org.casebound.fulfillment.bulk.BulkJobView;
import org.casebound.fulfillment.bulk.BulkReport;
import org.casebound.fulfillment.bulk.BulkUpload;
import org.casebound.fulfillment.desk.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bulk jobs: files of many requests. */
@Path("/bulk-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bulk jobs")
public class BulkJobsResource {
  private static final String WHO = "operator, administrator, integration";
  private static final String ID = "/{id: [0-9]{1,18}}";
  private static final String CSV = "text/csv";
  private static final int MAX_NAME = 255;

  @Inject BulkDesk desk;
  @Context UriInfo uri;

  @POST
  @Consumes({CSV, "application/x-ndjson", "application/jsonl"})
  @Operation(
      operationId = "beginBulkJob",
      summary = "File the requests of a file",
      description =
          "The file is taken in whole or not at all; then its lines are filed in their order, up to 100 in a transaction. A line that"
              + " does not fit its process is passed over and stands in the report. A job whose server dies goes on by itself: no"
              + " line is filed twice, none is left out. An integration sees its own jobs only.")
  @Extension(name = Roles.NAME, value = WHO)
  @RequestBody(
      required = true,
      description =
          "CSV (RFC 4180) whose header names process, subject, requester and attributes; or JSON Lines, each an object of process,"
              + " subject, requester and attributes. UTF-8. Documents can not be filed in bulk.",
      content = {
        @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
        @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class))
      })
  @APIResponse(
      responseCode = "202",
      description = "Taken in; filing begins.",
      headers = @Header(name = "Location", description = "The job.", schema = @Schema(implementation = String.class)),
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BulkJobView.class)))
  public Response begin(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @Parameter(description = "Process of lines that name none.") @QueryParam("process") String process,
      @Parameter(description = "File name, for the list of jobs.", schema = @Schema(implementation = String.class, maxLength = 255))
          @QueryParam("file")
          String file,
      InputStream body)
      throws IOException {
    BulkFormat format = type.getSubtype().equals("csv") ? BulkFormat.CSV : BulkFormat.JSON_LINES;
    String name = Parameters.text("file", file).orElse("requests");
    BulkUpload upload =
        new BulkUpload(format, name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name, Parameters.text("process", process));
    BulkJobView view = desk.receive(upload, body);
    return Response.accepted(view).location(uri.getBaseUriBuilder().path("bulk-jobs").path(Long.toString(view.id())).build()).build();
  }

  @GET
  @Operation(operationId = "listBulkJobs", summary = "List the bulk jobs, newest first")
  @Extension(name = Roles.NAME, value = WHO)
  public Page<BulkJobView> list(
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.list(Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path(ID)
  @Operation(operationId = "getBulkJob", summary = "Read how far a bulk job is")
  @Extension(name = Roles.NAME, value = WHO)
  public BulkJobView get(@PathParam("id") long id) {
    return desk.get(id);
  }

  @POST
  @Path(ID + "/stop")
  @Operation(
      operationId = "stopBulkJob",
      summary = "Stop a bulk job",
      description = "What is filed stays; the up to 100 lines in hand are taken back.")
  @Extension(name = Roles.NAME, value = WHO)
  public BulkJobView stop(@PathParam("id") long id) {
    return desk.stop(id);
  }

  @POST
  @Path(ID + "/restart")
  @Operation(operationId = "restartBulkJob", summary = "Let a stopped bulk job go on where it was")
  @Extension(name = Roles.NAME, value = WHO)
  public BulkJobView restart(@PathParam("id") long id) {
    return desk.restart(id);
  }

  @DELETE
  @Path(ID)
  @Operation(
      operationId = "deleteBulkJob",
      summary = "Forget a bulk job with its lines and its report",
      description = "The cases stay. One whose upload broke (RECEIVING) is forgotten, too.")
  @Extension(name = Roles.NAME, value = WHO)
  @APIResponse(responseCode = "204", description = "Forgotten.")
  public void delete(@PathParam("id") long id) {
    desk.delete(id);
  }

  @GET
  @Path(ID + "/refusals")
  @Operation(operationId = "listBulkRefusals", summary = "List what is wrong with the lines that were refused")
  @Extension(name = Roles.NAME, value = WHO)
  public Page<BulkJobView.Refusal> refusals(
      @PathParam("id") long id,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.refusals(id, Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @GET
  @Path(ID + "/report")
  @Produces(CSV)
  @Operation(
      operationId = "getBulkReport",
      summary = "Download what became of each line",
      description = "CSV: line, result (filed or refused), case, place (column or JSON pointer), code, message.")
  @Extension(name = Roles.NAME, value = WHO)
  @APIResponse(
      responseCode = "200",
      description = "The report, so far.",
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  public Response report(@PathParam("id") long id) {
    BulkReport first = desk.report(id, 0);
    StreamingOutput lines =
        out -> {
          out.write(first.csv().getBytes(StandardCharsets.UTF_8));
          for (BulkReport next = first; next.more(); ) {
            next = desk.report(id, next.lastLine());
            out.write(next.csv().getBytes(StandardCharsets.UTF_8));
          }
        };
    return Response.ok(lines, CSV + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named("bulk-job-" + id + ".csv"))
        .build();
  }
}
