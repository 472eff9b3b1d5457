package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Integrations: the named links to back offices, and trying them. */
@Path("/integrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class IntegrationsResource {
  private static final String OWNERS = "process-owner, administrator";

  @Inject IntegrationDesk desk;

  @GET
  @Operation(operationId = "listIntegrations", summary = "List the integrations of all active processes")
  @Extension(name = Roles.NAME, value = "lead, process-owner, operator, administrator")
  public List<IntegrationViews.Line> list() {
    return desk.all();
  }

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewIntegration",
      summary = "Show what the mappings make of a sample",
      description = "Of a published integration or of a draft. Nothing is sent.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public IntegrationViews.Preview preview(SampleBody body) {
    return desk.preview(Bodies.require(body).toSample());
  }

  @POST
  @Path("/test")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "testIntegration",
      summary = "Try an integration with a sample",
      description =
          "Shows what would be sent and whether the back office can be reached. With really: true the call is made, with all its"
              + " effects, under an idempotency key of its own and for no case.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public IntegrationViews.Tested test(SampleBody body) {
    SampleBody sample = Bodies.require(body);
    return desk.test(sample.toSample(), sample.really().orElse(false));
  }
}
