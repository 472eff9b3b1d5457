package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebound.fulfillment.library.DraftReviews;
import org.casebound.fulfillment.library.PublicationRuleView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a second person is needed to publish a process. */
@Path("/studio/publication-rule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studio")
public class PublicationRuleResource {
  @Inject DraftReviews reviews;

  @GET
  @Operation(operationId = "getPublicationRule", summary = "Say whether a second person is needed to publish a process")
  @Extension(name = Roles.NAME, value = "process-owner, operator, administrator")
  public PublicationRuleView rule() {
    return reviews.rule();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePublicationRule",
      summary = "Change whether a second person is needed to publish a process",
      description = "With the rule on, nobody publishes a draft that he wrote a part of, and an import only saves.")
  @Extension(name = Roles.NAME, value = "administrator")
  public PublicationRuleView change(PublicationRuleBody body) {
    return reviews.changeRule(Bodies.require(body).require());
  }
}
