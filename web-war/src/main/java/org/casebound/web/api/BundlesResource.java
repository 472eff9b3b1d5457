package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.casebound.fulfillment.library.ImportPlan;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.studio.BundleImport;
import org.casebound.fulfillment.studio.BundleImport.ImportResult;
import org.casebound.fulfillment.studio.BundleText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Process bundles: how a process moves between installations. */
@Path("/bundles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class BundlesResource {
  @Inject BundleImport bundles;
  @Inject ProcessLibrary library;

  @POST
  @Consumes({"text/yaml", "application/yaml", "application/x-yaml"})
  @Operation(
      operationId = "importBundle",
      summary = "Import a process bundle",
      description =
          "Takes the whole bundle or nothing of it; its process is active afterwards. The same version with the same content"
              + " again changes nothing; with another content it is refused.")
  @Extension(name = Roles.NAME, value = "process-owner, administrator")
  @RequestBody(
      required = true,
      description = "YAML in UTF-8, as docs/process-bundle.schema.json describes it.",
      content = @Content(mediaType = "application/yaml", schema = @Schema(implementation = String.class)))
  public ImportResult importBundle(
      @Parameter(description = "File name that problems are to show.") @QueryParam("file") @DefaultValue("bundle.yaml")
          String file,
      byte[] body) {
    String name = Parameters.text("file", file).orElse("bundle.yaml");
    return bundles.importBundle(name, BundleText.decode(name, Bodies.require(body)));
  }

  @POST
  @Path("/plan")
  @Consumes({"text/yaml", "application/yaml", "application/x-yaml"})
  @Operation(
      operationId = "planImport",
      summary = "Say what importing a bundle would do, without doing it",
      description =
          "Whether the process is new, changed, the same or in conflict; how it differs from the active version; and which connectors,"
              + " queues, actions and records of this installation it needs.")
  @Extension(name = Roles.NAME, value = "process-owner, administrator")
  @RequestBody(
      required = true,
      description = "YAML in UTF-8, as docs/process-bundle.schema.json describes it.",
      content = @Content(mediaType = "application/yaml", schema = @Schema(implementation = String.class)))
  public ImportPlan plan(
      @Parameter(description = "File name that problems are to show.") @QueryParam("file") @DefaultValue("bundle.yaml")
          String file,
      byte[] body) {
    String name = Parameters.text("file", file).orElse("bundle.yaml");
    return library.plan(name, BundleText.decode(name, Bodies.require(body)));
  }
}
