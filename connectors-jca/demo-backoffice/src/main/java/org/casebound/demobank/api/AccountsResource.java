package org.casebound.demobank.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.casebound.demobank.ledger.Service;
import org.jspecify.annotations.Nullable;

/** What the bank does with accounts and transactions, and with cards besides blocking them. */
@Path("/")
@RequestScoped
public class AccountsResource {
  private static final String KEY = "Idempotency-Key";

  @Inject
  private Counter counter;

  @HeaderParam(KEY)
  private @Nullable String key;

  @Context
  private HttpServletRequest http;

  @POST
  @Path("cards/{id}/pin-reset")
  public Response resetPin(@PathParam("id") String id, @Nullable String body) {
    return take(Service.RESET_PIN, id, body);
  }

  @PUT
  @Path("cards/{id}/limit")
  public Response changeLimit(@PathParam("id") String id, @Nullable String body) {
    return take(Service.CHANGE_LIMIT, id, body);
  }

  @POST
  @Path("accounts/{id}/cheque-books")
  public Response orderChequeBook(@PathParam("id") String id, @Nullable String body) {
    return take(Service.ORDER_CHEQUE_BOOK, id, body);
  }

  @POST
  @Path("accounts/{id}/statements")
  public Response sendStatement(@PathParam("id") String id, @Nullable String body) {
    return take(Service.SEND_STATEMENT, id, body);
  }

  @POST
  @Path("accounts/{id}/goodwill")
  public Response payGoodwill(@PathParam("id") String id, @Nullable String body) {
    return take(Service.PAY_GOODWILL, id, body);
  }

  @POST
  @Path("transactions/{id}/dispute")
  public Response openDispute(@PathParam("id") String id, @Nullable String body) {
    return take(Service.OPEN_DISPUTE, id, body);
  }

  @POST
  @Path("transactions/{id}/credit")
  public Response credit(@PathParam("id") String id, @Nullable String body) {
    return take(Service.CREDIT_TRANSACTION, id, body);
  }

  @POST
  @Path("customers/{id}/data-export")
  public Response exportData(@PathParam("id") String id, @Nullable String body) {
    return take(Service.EXPORT_DATA, id, body);
  }

  private Response take(Service service, String id, @Nullable String body) {
    return counter.take(service, id, key, body, http);
  }
}
