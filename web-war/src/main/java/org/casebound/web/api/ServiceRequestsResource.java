package org.casebound.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.casebound.fulfillment.desk.RequestDesk;
import org.casebound.fulfillment.desk.ServiceRequestView;
import org.casebound.fulfillment.intake.CaseIntake;
import org.casebound.fulfillment.intake.Receipt;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Service requests: filing, reading and changing them. */
@ApplicationScoped // a new one for each request would cost more than its work
@Path("/service-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service requests")
public class ServiceRequestsResource {
  @Inject CaseIntake intake;
  @Inject RequestDesk desk;
  @Context UriInfo uri;

  /** The answer to a filed request. */
  @Schema(name = "FiledRequest", requiredProperties = {"caseId", "caseNumber", "serviceCatalogRequestId"})
  public record FiledRequest(
      long caseId,
      @Schema(description = "Number that people use.", examples = "C-00000051") String caseNumber,
      long serviceCatalogRequestId) {}

  @POST
  @Operation(
      operationId = "fileServiceRequest",
      summary = "File a service request",
      description =
          "Saves the case, the service catalog request and its documents in one transaction and starts its fulfillment flow."
              + " A plain requester files for himself only.")
  @Extension(name = Roles.NAME, value = "requester, agent, lead, administrator, integration")
  @APIResponse(
      responseCode = "201",
      description = "Filed.",
      headers = @Header(name = "Location", description = "The case.", schema = @Schema(implementation = String.class)),
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FiledRequest.class)))
  public Response file(
      @Parameter(
              description =
                  "1 to 255 visible ASCII characters. The same key with the same body gets the first answer again; with"
                      + " another body it is refused.")
          @HeaderParam("Idempotency-Key")
          String idempotencyKey,
      ServiceRequestBody body) {
    Receipt receipt =
        intake.file(Bodies.require(body).toServiceRequest(), Parameters.idempotencyKey(idempotencyKey));
    return Response.created(uri.getBaseUriBuilder().path("cases").path(receipt.caseNumber()).build())
        .entity(filed(receipt))
        .build();
  }

  @POST
  @Path("/batch")
  @Operation(
      operationId = "fileServiceRequests",
      summary = "File up to 100 service requests in one transaction",
      description = "All of them are filed, each with its flow, or none. There is no Idempotency-Key: after an answer that got lost, look first.")
  @Extension(name = Roles.NAME, value = "agent, lead, administrator, integration")
  @APIResponse(
      responseCode = "201",
      description = "Filed; the answers in the order of the requests.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY, implementation = FiledRequest.class)))
  public Response fileAll(ServiceRequestsBody body) {
    List<FiledRequest> filed =
        intake.fileAll(Bodies.require(body).toServiceRequests()).stream().map(ServiceRequestsResource::filed).toList();
    return Response.status(Response.Status.CREATED).entity(filed).build();
  }

  private static FiledRequest filed(Receipt receipt) {
    return new FiledRequest(receipt.caseId(), receipt.caseNumber(), receipt.serviceCatalogRequestId());
  }

  @GET
  @Path("/{id: [0-9]{1,18}}")
  @Operation(operationId = "getServiceRequest", summary = "Read a service request")
  @Extension(name = Roles.NAME, value = "requester, agent, lead, process-owner, operator, administrator, integration")
  public ServiceRequestView get(@PathParam("id") long id) {
    return desk.byId(id);
  }

  @PATCH
  @Path("/{id: [0-9]{1,18}}")
  @Operation(
      operationId = "changeServiceRequest",
      summary = "Change attributes of a service request, subject and priority of its case",
      description = "Checked like a new one; each change is a line of the case's history.")
  @Extension(name = Roles.NAME, value = "agent, lead")
  public ServiceRequestView change(@PathParam("id") long id, ServiceRequestPatchBody body) {
    desk.change(id, Bodies.require(body).toPatch());
    return desk.byId(id);
  }
}
