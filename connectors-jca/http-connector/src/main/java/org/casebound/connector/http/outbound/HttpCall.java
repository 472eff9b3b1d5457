package org.casebound.connector.http.outbound;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request before somebody's name is put to it.
 *
 * @param method HTTP method
 * @param uri where it goes, complete
 * @param headers all but those that say who calls
 * @param body the bytes as they are sent; empty for no body. Never changed
 */
record HttpCall(String method, URI uri, Map<String, String> headers, Optional<byte[]> body) {

  /** The request as it is sent. */
  HttpRequest with(Permit.Granted permit, Duration timeout) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
    headers.forEach(request::setHeader);
    permit.headers().forEach(request::setHeader);
    return request.method(method, body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody)).build();
  }
}
