package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.fulfillment.library.DraftView;
import org.casebound.fulfillment.library.TemplateDesk;
import org.casebound.fulfillment.library.TemplateLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Templates: ready processes to begin with. */
@Path("/studio/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studio")
public class TemplatesResource {
  @Inject TemplateDesk templates;

  @GET
  @Operation(operationId = "listTemplates", summary = "List the processes that a new one may begin as")
  @Extension(name = Roles.NAME, value = "process-owner, operator, administrator")
  public List<TemplateLine> list() {
    return templates.all();
  }

  @POST
  @Path("/{template: [a-z-]{1,80}}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "beginFromTemplate",
      summary = "Begin a draft as a copy of a template",
      description = "It can be published as it is.")
  @Extension(name = Roles.NAME, value = "process-owner, administrator")
  public DraftView begin(@PathParam("template") String template, NewProcessBody body) {
    return templates.begin(template, Bodies.require(body).require());
  }
}
