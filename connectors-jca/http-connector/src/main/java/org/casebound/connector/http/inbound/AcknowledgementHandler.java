package org.casebound.connector.http.inbound;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.resource.ResourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementFormat;
import org.casebound.connector.api.MalformedAcknowledgementException;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.connector.api.WebhookSignatureException;
import org.casebound.connector.base.inbound.Delivery;
import org.casebound.connector.http.HttpConnectorLog;

/**
 * Takes one acknowledgement: checks size and signature, reads it, delivers it, and answers only then. Anything but a
 * 2xx status tells the sender to send again. Thread-safe.
 */
public final class AcknowledgementHandler implements HttpHandler {
  /** Largest body, in bytes. */
  static final int LARGEST_BODY = 256 * 1024;

  /** How much of a larger body is read, so that its sender can read the refusal, in bytes. */
  private static final int MOST_SKIPPED = 16 * 1024 * 1024;

  /** How many acknowledgements are delivered at a time; further senders are told to come back. */
  private static final int MOST_AT_A_TIME = 32;

  private final String connector;
  private final WebhookSignature signature;
  private final Delivery delivery;
  private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

  public AcknowledgementHandler(String connector, WebhookSignature signature, Delivery delivery) {
    this.connector = connector;
    this.signature = signature;
    this.delivery = delivery;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
        Reply.problem(404, "Nothing is served at this path.").send(exchange);
      } else if (!"POST".equals(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "POST");
        Reply.problem(405, "Acknowledgements are sent with POST.").send(exchange);
      } else if (!places.tryAcquire()) {
        Reply.problem(503, "Too many acknowledgements at a time.").send(exchange);
      } else {
        try {
          take(exchange).send(exchange);
        } finally {
          places.release();
        }
      }
    }
  }

  private Reply take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      skip(exchange.getRequestBody());
      return refuse(exchange, 413, "An acknowledgement has at most " + LARGEST_BODY + " bytes.");
    }
    try {
      Headers headers = exchange.getRequestHeaders();
      Instant sentAt = signature.verify(
          headers.getFirst(WebhookSignature.ID),
          headers.getFirst(WebhookSignature.TIMESTAMP),
          headers.getFirst(WebhookSignature.SIGNATURE),
          body);
      return deliver(AcknowledgementFormat.parse(connector, new String(body, StandardCharsets.UTF_8), sentAt));
    } catch (WebhookSignatureException e) {
      return refuse(exchange, 401, e.getMessage());
    } catch (MalformedAcknowledgementException e) {
      return refuse(exchange, 400, e.getMessage());
    }
  }

  private static void skip(InputStream body) throws IOException {
    byte[] buffer = new byte[8192];
    int skipped = 0;
    for (int read = 0; read >= 0 && skipped < MOST_SKIPPED; read = body.read(buffer)) {
      skipped += read;
    }
  }

  private Reply deliver(Acknowledgement acknowledgement) {
    try {
      return switch (delivery.deliver(acknowledgement)) {
        case MATCHED -> Reply.receipt(200, "MATCHED");
        case DUPLICATE -> Reply.receipt(200, "DUPLICATE");
        case WAITING -> Reply.receipt(202, "WAITING");
        case UNKNOWN -> Reply.problem(404, "Nothing waits for this acknowledgement; it is listed for a person.");
      };
    } catch (ResourceException | RuntimeException e) {
      HttpConnectorLog.LOG.notDelivered(connector, e);
      return Reply.problem(503, "The acknowledgement could not be stored; send it again.");
    }
  }

  private Reply refuse(HttpExchange exchange, int status, String reason) {
    HttpConnectorLog.LOG.refused(connector, exchange.getRemoteAddress().getAddress().getHostAddress(), reason);
    return Reply.problem(status, reason);
  }
}
