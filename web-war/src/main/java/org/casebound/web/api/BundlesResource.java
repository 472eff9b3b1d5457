package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.casebound.fulfillment.studio.BundleImport;
import org.casebound.fulfillment.studio.BundleImport.ImportResult;
import org.casebound.web.api.problem.Problem;
import org.casebound.web.api.problem.ProblemException;
import org.casebound.web.api.problem.ProblemType;
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
    return bundles.importBundle(Parameters.text("file", file).orElse("bundle.yaml"), text(Bodies.require(body)));
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problem.of(ProblemType.MALFORMED_REQUEST, "The body is no text in UTF-8."));
    }
  }
}
