package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseView.DocumentView;
import org.casebound.fulfillment.desk.DocumentContent;
import org.casebound.fulfillment.desk.DocumentDesk;
import org.casebound.fulfillment.intake.Upload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The documents of a case. */
@Path("/cases/{number}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseDocumentsResource {
  @Inject CaseDesk cases;
  @Inject DocumentDesk desk;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addDocument",
      summary = "Add a document to an open case",
      description =
          "Without a requirement it is a PDF, PNG or JPEG of at most 5 MiB; with one it is what the process wants there. The requester of a case sends his with a message.")
  @Extension(name = Roles.NAME, value = "agent, lead")
  @APIResponse(
      responseCode = "201",
      description = "It is added.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DocumentView.class)))
  public Response add(@PathParam("number") String number, ServiceRequestBody.Document body) {
    BodyCheck check = new BodyCheck();
    Upload upload = Bodies.require(body).upload(check, "");
    check.end();
    return Response.status(Response.Status.CREATED).entity(desk.add(number, upload)).build();
  }

  @GET
  @Path("/{document: [0-9]{1,18}}")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "getDocument", summary = "Download a document")
  @Extension(name = Roles.NAME, value = "requester, agent, lead")
  @APIResponse(
      responseCode = "200",
      description = "The bytes, as an attachment.",
      content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response document(@PathParam("number") String number, @PathParam("document") long document) {
    DocumentContent content = cases.document(number, document);
    return Response.ok(content.bytes(), MediaType.valueOf(content.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(content.name()))
        .build();
  }
}
