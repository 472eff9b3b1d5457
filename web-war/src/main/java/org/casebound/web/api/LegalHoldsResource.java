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
import org.casebound.fulfillment.retention.LegalHoldDesk;
import org.casebound.fulfillment.retention.LegalHoldView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holds that forbid to erase and purge a case. */
@Path("/cases/{number}/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class LegalHoldsResource {
  private static final String WHO = "lead, administrator";

  @Inject LegalHoldDesk desk;

  @GET
  @Operation(operationId = "listLegalHolds", summary = "List the holds of a case, oldest first")
  @Extension(name = Roles.NAME, value = "lead, operator, administrator")
  public List<LegalHoldView> list(@PathParam("number") String number) {
    return desk.list(number);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "placeLegalHold",
      summary = "Forbid to erase and purge a case",
      description = "Until the hold is lifted; a case has one at a time. Both are lines of the case's history.")
  @Extension(name = Roles.NAME, value = WHO)
  public LegalHoldView place(@PathParam("number") String number, ReasonBody body) {
    return desk.place(number, Bodies.require(body).require());
  }

  @POST
  @Path("/lift")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "liftLegalHold", summary = "Let a case be erased and purged again")
  @Extension(name = Roles.NAME, value = WHO)
  public LegalHoldView lift(@PathParam("number") String number, ReasonBody body) {
    return desk.lift(number, Bodies.require(body).require());
  }
}
