package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebound.fulfillment.archive.ArchiveContents;
import org.casebound.fulfillment.archive.ArchiveExport;
import org.casebound.fulfillment.archive.ArchiveImport;
import org.casebound.fulfillment.archive.ArchivePlan;
import org.casebound.fulfillment.archive.ArchiveResult;
import org.casebound.fulfillment.studio.NameMapping;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Archives: how many processes move at once between installations. */
@Path("/bundles/archive")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class BundleArchivesResource {
  private static final String ZIP = "application/zip";
  private static final String READERS = "process-owner, operator, administrator";
  private static final String OWNERS = "process-owner, administrator";
  private static final String FILE = "archive.zip";
  private static final String BODY = "What another installation exported, at most 16 MiB unpacked.";
  private static final String MAP =
      "What a queue, group or connector is called here: queue:back_office=branch_office. A queue with its own name is to be new here.";

  @Inject ArchiveExport exports;
  @Inject ArchiveImport imports;

  @GET
  @Produces(ZIP)
  @Operation(
      operationId = "exportArchive",
      summary = "Export processes in one archive",
      description =
          "A ZIP file with the bundles byte for byte, their SHA-256, and the signature of this installation when it has a key. The same"
              + " processes give the same bytes.")
  @Extension(name = Roles.NAME, value = READERS)
  @APIResponse(
      responseCode = "200",
      description = "The archive.",
      content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
  public Response export(
      @Parameter(description = "Name, for the active version, or Name@version. Without any: every active process.") @QueryParam("process")
          List<String> chosen,
      @Parameter(
              description = "Whether processes that the chosen ones file cases of come along: true, the default, or false.",
              schema = @Schema(implementation = Boolean.class, defaultValue = "true"))
          @QueryParam("linked")
          @DefaultValue("true")
          String linked) {
    byte[] archive = exports.export(chosen, Parameters.flag("linked", linked));
    return Response.ok(archive, ZIP).header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named("processes.zip")).build();
  }

  @POST
  @Consumes(ZIP)
  @Operation(
      operationId = "importArchive",
      summary = "Import an archive of processes",
      description = "Takes all processes or none. They are active afterwards, unless they are only to be saved.")
  @Extension(name = Roles.NAME, value = OWNERS)
  @RequestBody(required = true, description = BODY, content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
  public ArchiveResult importArchive(
      @Parameter(description = "File name that problems are to show.") @QueryParam("file") @DefaultValue(FILE) String file,
      @Parameter(description = MAP) @QueryParam("map") List<String> map,
      @Parameter(
              description = "Whether what is new is only saved, and activated later: false, the default, or true.",
              schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
          @QueryParam("inactive")
          String inactive,
      byte[] body) {
    return imports.importArchive(name(file), Bodies.require(body), NameMapping.of(map), Parameters.flag("inactive", inactive));
  }

  @POST
  @Path("/plan")
  @Consumes(ZIP)
  @Operation(
      operationId = "planArchive",
      summary = "Say what importing an archive would do, without doing it",
      description = "For each process what the plan of a bundle says, and everything that stands in the way of the import.")
  @Extension(name = Roles.NAME, value = OWNERS)
  @RequestBody(required = true, description = BODY, content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
  public ArchivePlan plan(
      @Parameter(description = "File name that problems are to show.") @QueryParam("file") @DefaultValue(FILE) String file,
      @Parameter(description = MAP) @QueryParam("map") List<String> map,
      byte[] body) {
    return imports.plan(name(file), Bodies.require(body), NameMapping.of(map));
  }

  @POST
  @Path("/verify")
  @Consumes(ZIP)
  @Operation(
      operationId = "verifyArchive",
      summary = "Say whether an archive is as it was exported, and who signed it",
      description = "Compares every file with its checksum, and the signature with the keys that are trusted here.")
  @Extension(name = Roles.NAME, value = READERS)
  @RequestBody(required = true, description = BODY, content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
  public ArchiveContents verify(
      @Parameter(description = "File name that problems are to show.") @QueryParam("file") @DefaultValue(FILE) String file, byte[] body) {
    return imports.verify(name(file), Bodies.require(body));
  }

  private static String name(String file) {
    return Parameters.text("file", file).orElse(FILE);
  }
}
