package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebound.fulfillment.library.ActivationDesk;
import org.casebound.fulfillment.library.ActivationLine;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.ProcessLine;
import org.casebound.fulfillment.library.VersionComparing;
import org.casebound.fulfillment.library.VersionComparison;
import org.casebound.fulfillment.library.VersionLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The library of processes: versions, what they are made of, and whether they can be requested. */
@Path("/studio/processes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studio")
public class StudioProcessesResource {
  static final String YAML = "application/yaml";
  static final String NAME = "/{name: [A-Za-z0-9_]{1,80}}";
  private static final String VERSION = NAME + "/versions/{version: [0-9]{1,9}}";
  private static final String READERS = "process-owner, operator, administrator";
  private static final String OWNERS = "process-owner, administrator";

  @Inject ProcessLibrary library;
  @Inject VersionComparing versions;
  @Inject ActivationDesk activations;

  @GET
  @Operation(operationId = "listLibrary", summary = "List all processes, also retired ones and those that are only drafts")
  @Extension(name = Roles.NAME, value = READERS)
  public List<ProcessLine> list() {
    return library.all();
  }

  @GET
  @Path(NAME + "/versions")
  @Operation(operationId = "listProcessVersions", summary = "List the versions of a process, the newest first")
  @Extension(name = Roles.NAME, value = READERS)
  public List<VersionLine> versions(@PathParam("name") String name) {
    return library.versions(name);
  }

  @GET
  @Path(VERSION + "/bundle")
  @Produces(YAML)
  @Operation(
      operationId = "exportBundle",
      summary = "Export a version as a bundle",
      description = "Byte for byte what its author published, comments included; another installation imports it.")
  @Extension(name = Roles.NAME, value = READERS)
  @APIResponse(
      responseCode = "200",
      description = "The bundle.",
      content = @Content(mediaType = YAML, schema = @Schema(implementation = String.class)))
  public Response bundle(@PathParam("name") String name, @PathParam("version") int version) {
    return Response.ok(library.bundle(name, version), YAML + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-%d.yaml\"".formatted(name, version))
        .build();
  }

  @GET
  @Path(VERSION + "/differences")
  @Operation(
      operationId = "compareProcessVersions",
      summary = "Compare a version with an earlier one",
      description = "What is different, member by member, and the lines of both bundles side by side.")
  @Extension(name = Roles.NAME, value = READERS)
  public VersionComparison compare(
      @PathParam("name") String name,
      @PathParam("version") int version,
      @Parameter(description = "The other version; by default the one before it.") @QueryParam("from") String from) {
    return versions.compare(name, Parameters.number("from", from), version);
  }

  @POST
  @Path(VERSION + "/activate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "activateProcessVersion",
      summary = "Let a version be requested, in place of the active one",
      description =
          "At once, or from the given time on. Open cases keep the version they were filed under. What was planned for the process is called off. A"
              + " version that was imported without being active needs its queues here.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public List<VersionLine> activate(@PathParam("name") String name, @PathParam("version") int version, ActivationBody body) {
    ActivationBody why = Bodies.require(body);
    String reason = why.requireReason();
    why.effectiveAt()
        .ifPresentOrElse(
            at -> activations.schedule(name, version, at, reason, why.queues()), () -> library.activate(name, version, reason, why.queues()));
    return library.versions(name);
  }

  @GET
  @Path(NAME + "/activations")
  @Operation(
      operationId = "listActivations",
      summary = "List the versions of a process that were to come into force at a time, the newest plan first",
      description = "The newest 50. At most one is open: it waits for its time, or could not come into force then and nobody has dealt with it.")
  @Extension(name = Roles.NAME, value = READERS)
  public List<ActivationLine> activations(@PathParam("name") String name) {
    return activations.of(name);
  }

  @POST
  @Path(NAME + "/call-off")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "callOffActivation",
      summary = "Do not let the version that waits for its time come into force",
      description = "The version stays and can be activated, or be planned again. One that could not come into force is let be.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public List<ActivationLine> callOff(@PathParam("name") String name, ReasonBody body) {
    activations.callOff(name, Bodies.require(body).require());
    return activations.of(name);
  }

  @POST
  @Path(NAME + "/retire")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "retireProcess",
      summary = "Let a process not be requested any more",
      description = "Open cases go on. A version that waits for its time is called off.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public List<VersionLine> retire(@PathParam("name") String name, ReasonBody body) {
    library.retire(name, Bodies.require(body).require());
    return library.versions(name);
  }
}
