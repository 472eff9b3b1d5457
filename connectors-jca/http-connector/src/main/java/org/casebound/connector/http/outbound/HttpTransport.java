package org.casebound.connector.http.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.casebound.connector.api.AddressGuard;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and says of a failure whether the request may have left. Never follows a redirect and never repeats a
 * request that may have an effect. Thread-safe.
 */
final class HttpTransport {
  /**
   * The client's own time-out ends with the headers; this much later the whole exchange is given up. Within it the
   * client can still say whether it had connected.
   */
  private static final Duration GRACE = Duration.ofMillis(200);

  /** By this text alone the client says that HTTP/2 leaves no room for the request, before it sends anything of it. */
  private static final String NO_STREAM = "too many concurrent streams";

  private final HttpClient client;
  private final AddressGuard guard;
  private final int largestAnswer;

  HttpTransport(HttpSettings settings) {
    boolean tls = "https".equals(settings.baseUrl().getScheme());
    HttpClient.Builder builder = HttpClient.newBuilder()
        .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(settings.connectTimeout());
    TlsStores.context(settings.trustStore(), settings.keyStore()).ifPresent(builder::sslContext);
    this.client = builder.build();
    this.guard = settings.guard();
    this.largestAnswer = settings.largestAnswer();
  }

  /** Sends a request that says its own time-out. */
  Exchange send(HttpRequest request) {
    Optional<InetAddress> closed = guard.closed(request.uri().getHost());
    if (closed.isPresent()) {
      return new Exchange.Withheld(new Outcome.Failed(
          Failure.PERMANENT, "ADDRESS_REFUSED",
          request.uri().getHost() + " has the address " + closed.get().getHostAddress()
              + ", which is not open to this connector; the administrator may add it to allowedAddresses.",
          Optional.empty()));
    }
    Duration timeout = request.timeout().orElseThrow(() -> new IllegalArgumentException("A request needs a time-out."));
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new LimitedBody(largestAnswer));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
      return new Exchange.Answered(HttpAnswer.of(response));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return unknown("READ_TIMEOUT", "The answer was not complete within the time-out.");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return unknown("INTERRUPTED", "The call was interrupted while it waited for the answer.");
    } catch (ExecutionException e) {
      return broken(e.getCause());
    }
  }

  private static Exchange broken(@Nullable Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return notSent("CONNECT_TIMEOUT", "No connection within the time-out.");
    }
    if (cause instanceof HttpTimeoutException) {
      return unknown("READ_TIMEOUT", "No answer within the time-out.");
    }
    if (cause instanceof ConnectException) {
      return notSent("CONNECT_FAILED", "The back office could not be reached: " + reason(cause));
    }
    if (cause instanceof SSLHandshakeException) {
      return notSent("TLS_FAILED", "The TLS handshake failed: " + reason(cause));
    }
    if (cause instanceof IOException && reason(cause).contains(NO_STREAM)) {
      return notSent("NO_STREAM", "The back office takes no more requests at a time over its connection.");
    }
    if (cause instanceof IOException) {
      return unknown("CONNECTION_LOST", "The connection broke before the answer was complete: " + reason(cause));
    }
    throw new IllegalStateException("The HTTP client failed in a way that it does not document.", cause);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static Exchange notSent(String code, String message) {
    return new Exchange.Broken(Failure.TRANSIENT, code, message);
  }

  private static Exchange unknown(String code, String message) {
    return new Exchange.Broken(Failure.UNKNOWN_OUTCOME, code, message);
  }
}
