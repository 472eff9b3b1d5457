package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.library.ActivationDesk;
import org.casebound.fulfillment.library.DraftReviews;
import org.casebound.fulfillment.library.DraftView;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.VersionLine;
import org.casebound.fulfillment.studio.BundleText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts: bundles that are being written. */
@Path("/studio/drafts" + StudioProcessesResource.NAME)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studio")
public class DraftsResource {
  private static final String OWNERS = "process-owner, administrator";
  private static final String READ = "Version of the draft that was read: a stale one is refused.";

  @Inject ProcessLibrary library;
  @Inject DraftReviews reviews;
  @Inject ActivationDesk activations;

  @GET
  @Operation(operationId = "getDraft", summary = "Read the draft of a process, with what is wrong in it")
  @Extension(name = Roles.NAME, value = OWNERS)
  public DraftView get(@PathParam("name") String name) {
    return library.draft(name);
  }

  @PUT
  @Consumes({"text/yaml", StudioProcessesResource.YAML, "application/x-yaml"})
  @Operation(
      operationId = "writeDraft",
      summary = "Keep a draft, with mistakes if it has any",
      description = "One draft for each process. When another person has written meanwhile, the answer is 409 and his text stays.")
  @Extension(name = Roles.NAME, value = OWNERS)
  @RequestBody(
      required = true,
      description = "YAML in UTF-8.",
      content = @Content(mediaType = StudioProcessesResource.YAML, schema = @Schema(implementation = String.class)))
  public DraftView write(
      @PathParam("name") String name,
      @Parameter(description = "Version of the draft that was read; left out for the first one.") @QueryParam("version") @Nullable Integer version,
      byte[] body) {
    return library.write(name, BundleText.decode(name + ".yaml", Bodies.require(body)), Optional.ofNullable(version));
  }

  @DELETE
  @Operation(operationId = "discardDraft", summary = "Throw a draft away")
  @Extension(name = Roles.NAME, value = OWNERS)
  public void discard(
      @PathParam("name") String name, @Parameter(description = READ, required = true) @QueryParam("version") @Nullable Integer version) {
    library.discard(name, read(version));
  }

  @POST
  @Path("/publish")
  @Operation(
      operationId = "publishDraft",
      summary = "Publish a draft",
      description =
          "Its version can be requested from now on, or from the given time on, and takes the place of the active one, whose open cases keep it."
              + " What was planned for the process is called off. Where a second person is needed, the draft must be handed in, and the caller must"
              + " not have written a part of it.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public List<VersionLine> publish(
      @PathParam("name") String name,
      @Parameter(description = READ, required = true) @QueryParam("version") @Nullable Integer version,
      @Parameter(
              description = "When it comes into force, from now to two years ahead; left out for at once.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("effectiveAt")
          String effectiveAt) {
    Parameters.instant("effectiveAt", effectiveAt)
        .ifPresentOrElse(at -> activations.publish(name, read(version), at), () -> library.publish(name, read(version)));
    return library.versions(name);
  }

  @POST
  @Path("/hand-in")
  @Operation(
      operationId = "handInDraft",
      summary = "Ask another process owner to publish a draft",
      description = "A change of the draft takes it back.")
  @Extension(name = Roles.NAME, value = OWNERS)
  public DraftView handIn(
      @PathParam("name") String name, @Parameter(description = READ, required = true) @QueryParam("version") @Nullable Integer version) {
    return reviews.handIn(name, read(version));
  }

  @POST
  @Path("/send-back")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sendBackDraft", summary = "Give a draft that was handed in back to its authors")
  @Extension(name = Roles.NAME, value = OWNERS)
  public DraftView sendBack(
      @PathParam("name") String name,
      @Parameter(description = READ, required = true) @QueryParam("version") @Nullable Integer version,
      ReasonBody body) {
    return reviews.sendBack(name, read(version), Bodies.require(body).require());
  }

  /** A version that no draft has, when none is given: the refusal says which there is. */
  private static int read(@Nullable Integer version) {
    return version == null ? -1 : version;
  }
}
