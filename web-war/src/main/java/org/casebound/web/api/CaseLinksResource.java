package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebound.domain.cases.CaseRelation;
import org.casebound.fulfillment.desk.LinkDesk;
import org.casebound.fulfillment.desk.LinkView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which other cases a case has to do with. */
@Path("/cases/{number}/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseLinksResource {
  @Inject LinkDesk desk;

  @GET
  @Operation(
      operationId = "listLinks",
      summary = "List the links of a case",
      description = "Only those with cases that the caller may see, the oldest case first.")
  @Extension(name = Roles.NAME, value = "agent, lead, process-owner, operator, administrator")
  public List<LinkView> list(@PathParam("number") String number) {
    return desk.of(number);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "linkCases",
      summary = "Link a case with another one",
      description = "Two cases have one link; either history tells of it. A request that is filed with followUpOf is linked by itself.")
  @Extension(name = Roles.NAME, value = "agent, lead")
  @APIResponse(
      responseCode = "201",
      description = "They are linked.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LinkView.class)))
  public Response link(@PathParam("number") String number, CaseLinkBody body) {
    CaseLinkBody wanted = Bodies.require(body).require();
    LinkView link = desk.link(number, wanted.relation().orElse(CaseRelation.RELATED), wanted.number().orElseThrow(), wanted.reason().orElse(""));
    return Response.status(Response.Status.CREATED).entity(link).build();
  }

  @DELETE
  @Path("/{other}")
  @Operation(operationId = "unlinkCases", summary = "Take the link with another case away")
  @Extension(name = Roles.NAME, value = "agent, lead")
  @APIResponse(responseCode = "204", description = "They are not linked any more.")
  public void unlink(@PathParam("number") String number, @PathParam("other") String other) {
    desk.unlink(number, other);
  }
}
