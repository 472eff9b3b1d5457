package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.casebound.domain.flow.AttemptState;
import org.casebound.fulfillment.desk.LedgerDesk;
import org.casebound.fulfillment.desk.LedgerEntry;
import org.casebound.fulfillment.desk.LedgerLine;
import org.casebound.fulfillment.desk.LedgerQuery;
import org.casebound.fulfillment.desk.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The effect ledger: every call to a back office, its tries and how it ended. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {
  @Inject LedgerDesk desk;

  @GET
  @Operation(operationId = "listLedger", summary = "List calls to back offices, one line per try, newest first")
  @Extension(name = Roles.NAME, value = "lead, operator, administrator")
  public Page<LedgerLine> list(
      @Parameter(description = "Number of a case.") @QueryParam("case") String caseNumber,
      @Parameter(description = "Short name of a connector.") @QueryParam("connector") String connector,
      @Parameter(schema = @Schema(implementation = AttemptState.class)) @QueryParam("outcome") String outcome,
      @Parameter(description = "Only calls of which it is not known whether they had their effect.")
          @QueryParam("inDoubt")
          String inDoubt,
      @Parameter(description = "Only tries that wait until calls go out again.") @QueryParam("parked") String parked,
      @Parameter(description = "Only tries that this run of a node has the lease of.") @QueryParam("node") String node,
      @Parameter(description = "Only tries that began then or later.", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("from")
          String from,
      @Parameter(description = "Only tries that began before.", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("to")
          String to,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(
        new LedgerQuery(
            Parameters.text("case", caseNumber),
            Parameters.text("connector", connector),
            Parameters.choice("outcome", outcome, AttemptState.class),
            Parameters.flag("inDoubt", inDoubt),
            Parameters.flag("parked", parked),
            Parameters.text("node", node),
            Parameters.instant("from", from),
            Parameters.instant("to", to),
            Parameters.text("cursor", cursor),
            Parameters.size(size)));
  }

  @GET
  @Path("/{id: [0-9]{1,18}}")
  @Operation(
      operationId = "getCall",
      summary = "Show a call with all its tries",
      description = "What was sent and answered is shown as far as it is kept and the caller may see personal data.")
  @Extension(name = Roles.NAME, value = "lead, operator, administrator")
  public LedgerEntry call(@Parameter(description = "Id of any try of the call.") @PathParam("id") long id) {
    return desk.call(id);
  }
}
