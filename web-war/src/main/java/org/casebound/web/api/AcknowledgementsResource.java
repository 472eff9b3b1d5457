package org.casebound.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementFormat;
import org.casebound.connector.api.MalformedAcknowledgementException;
import org.casebound.connector.api.Receipt;
import org.casebound.domain.flow.ReplyState;
import org.casebound.fulfillment.acknowledgement.AcknowledgementInbox;
import org.casebound.fulfillment.acknowledgement.AcknowledgementView;
import org.casebound.fulfillment.acknowledgement.ReplyDesk;
import org.casebound.fulfillment.desk.Page;
import org.casebound.web.api.problem.Problem;
import org.casebound.web.api.problem.ProblemException;
import org.casebound.web.api.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed way back for back offices, and the reply inbox: what came in that way or through connectors. */
@Path("/acknowledgements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Acknowledgements")
public class AcknowledgementsResource {
  private static final String SENDER = "integration";
  private static final String OPERATORS = "operator, administrator";
  private static final String ID = "/{id: [0-9]{1,18}}";

  @Inject AcknowledgementInbox inbox;
  @Inject ReplyDesk desk;
  @Inject AcknowledgementSignatures signatures;
  @Context SecurityContext caller;
  @Context HttpHeaders headers;

  /** What became of an acknowledgement. */
  @Schema(name = "AcknowledgementReceipt")
  public record Stored(@Schema(enumeration = {"MATCHED", "DUPLICATE", "WAITING"}) String receipt) {}

  @POST
  @Path("/{connector: [A-Za-z0-9_.-]{1,80}}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "receiveAcknowledgement",
      summary = "Send the later answer to an accepted call",
      description =
          "Signed as the Standard Webhooks specification says, in the headers webhook-id, webhook-timestamp and"
              + " webhook-signature. Answered after it was stored; sending it again does no harm.")
  @Extension(name = Roles.NAME, value = SENDER)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AcknowledgementBody.class)))
  @Parameter(name = "connector", description = "Name of the connector whose call it answers.")
  @APIResponse(
      responseCode = "200",
      description = "MATCHED: the waiting step goes on. DUPLICATE: known already, the first one counts.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Stored.class)))
  @APIResponse(
      responseCode = "202",
      description = "WAITING: it came before the call was recorded; it is kept and matched then.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Stored.class)))
  public Response receive(@PathParam("connector") String connector, byte[] body) {
    if (!caller.isUserInRole(SENDER)) {
      throw new ForbiddenException();
    }
    Receipt receipt = inbox.receive(read(connector, Bodies.require(body)));
    return switch (receipt) {
      case MATCHED, DUPLICATE -> Response.ok(new Stored(receipt.name())).build();
      case WAITING -> Response.accepted(new Stored(receipt.name())).build();
      case UNKNOWN -> throw new ProblemException(
          Problem.of(
              ProblemType.UNKNOWN_ACKNOWLEDGEMENT,
              "No call of ours fits this acknowledgement. It is kept and listed for a person; do not send it again."));
    };
  }

  private Acknowledgement read(String connector, byte[] body) {
    Instant sentAt = signatures.verify(connector, headers, body);
    try {
      return AcknowledgementFormat.parse(connector, new String(body, StandardCharsets.UTF_8), sentAt);
    } catch (MalformedAcknowledgementException e) {
      throw new ProblemException(Problem.of(ProblemType.MALFORMED_REQUEST, e.getMessage()));
    }
  }

  @GET
  @Operation(operationId = "listAcknowledgements", summary = "List the reply inbox, newest first")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public Page<AcknowledgementView> list(
      @Parameter(schema = @Schema(implementation = ReplyState.class)) @QueryParam("state") String state,
      @Parameter(description = "Short name of a connector.") @QueryParam("connector") String connector,
      @Parameter(description = "Only messages that came more than once.") @QueryParam("duplicates") String duplicates,
      @Parameter(description = "Member next of the page before.") @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "50"))
          @QueryParam("size")
          @DefaultValue(Parameters.DEFAULT_SIZE)
          String size) {
    return desk.page(
        new ReplyDesk.Query(
            Parameters.choice("state", state, ReplyState.class),
            Parameters.text("connector", connector),
            Parameters.flag("duplicates", duplicates),
            Parameters.text("cursor", cursor),
            Parameters.size(size)));
  }

  @POST
  @Path(ID + "/match")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "matchAcknowledgement",
      summary = "Say which call a reply answers",
      description = "The step that waits for it goes on with it. Refused when it does not wait any more.")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public AcknowledgementView match(@PathParam("id") long id, MatchBody body) {
    MatchBody match = Bodies.require(body).checked();
    return desk.match(id, match.attempt().orElseThrow(), match.reason().orElseThrow());
  }

  @POST
  @Path(ID + "/discard")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "discardAcknowledgement", summary = "Put a reply aside that answers nothing")
  @Extension(name = Roles.NAME, value = OPERATORS)
  public AcknowledgementView discard(@PathParam("id") long id, ReasonBody body) {
    return desk.discard(id, Bodies.require(body).require());
  }
}
