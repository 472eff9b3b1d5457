package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.SubstitutionDesk;
import org.casebound.fulfillment.desk.SubstitutionView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Substitutions: who stands in for whom. */
@Path("/substitutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Substitutions")
public class SubstitutionsResource {
  private static final String KEEPERS = "agent, lead, administrator";

  @Inject SubstitutionDesk desk;

  @GET
  @Operation(
      operationId = "listSubstitutions",
      summary = "List substitutions that are not over, newest first",
      description = "A lead and an administrator see all of them, others those that concern them.")
  @Extension(name = Roles.NAME, value = KEEPERS)
  public Page<SubstitutionView> list(
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(Parameters.text("cursor", cursor), Parameters.size(size));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addSubstitution",
      summary = "Let a person stand in for another",
      description =
          "The substitute sees the absent person's work items and may claim and complete them on his behalf. Kept by the absent"
              + " person, a lead or an administrator. Circles are refused.")
  @Extension(name = Roles.NAME, value = KEEPERS)
  @APIResponse(
      responseCode = "201",
      description = "It holds.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SubstitutionView.class)))
  public Response add(SubstitutionBody body) {
    SubstitutionBody wanted = Bodies.require(body).require();
    SubstitutionView added =
        desk.add(
            wanted.absent(),
            wanted.substitute().orElseThrow(),
            wanted.from().orElseThrow(),
            wanted.until().orElseThrow(),
            wanted.queue(),
            wanted.process());
    return Response.status(Response.Status.CREATED).entity(added).build();
  }

  @DELETE
  @Path("/{id: [0-9]{1,18}}")
  @Operation(
      operationId = "endSubstitution",
      summary = "End a substitution now",
      description = "What the substitute has claimed he keeps.")
  @Extension(name = Roles.NAME, value = KEEPERS)
  @APIResponse(responseCode = "204", description = "It is over.")
  public void end(@PathParam("id") long id) {
    desk.end(id);
  }
}
