package org.casebound.connector.http.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Signs each request: method, authority, path, query, idempotency key and, by its digest (RFC 9530), the body. So none of
 * them can be changed on the way, and the time of signing says how old the request is.
 */
final class SignatureAuthentication implements Authentication {
  private static final String LABEL = "casebound";
  private static final String KEY_HEADER = "Idempotency-Key";
  private static final String DIGEST_HEADER = "Content-Digest";

  private final MessageSignature signature;
  private final Clock clock;

  SignatureAuthentication(MessageSignature signature, Clock clock) {
    this.signature = signature;
    this.clock = clock;
  }

  @Override
  public Permit permit(HttpCall request, Duration patience) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.body().ifPresent(body -> headers.put(DIGEST_HEADER, "sha-256=:" + sha256(body) + ":"));
    MessageSignature.Signed signed = signature.sign(components(request, headers), clock.instant(), true);
    headers.put("Signature-Input", LABEL + "=" + signed.input());
    headers.put("Signature", LABEL + "=" + signed.signature());
    return new Permit.Granted(headers);
  }

  private static Map<String, String> components(HttpCall request, Map<String, String> headers) {
    Map<String, String> components = new LinkedHashMap<>();
    URI uri = request.uri();
    components.put("@method", request.method());
    components.put("@authority", authority(uri));
    components.put("@path", uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
    if (uri.getRawQuery() != null) {
      components.put("@query", "?" + uri.getRawQuery());
    }
    if (headers.containsKey(DIGEST_HEADER)) {
      components.put(DIGEST_HEADER.toLowerCase(Locale.ROOT), headers.get(DIGEST_HEADER));
    }
    if (request.headers().containsKey(KEY_HEADER)) {
      components.put(KEY_HEADER.toLowerCase(Locale.ROOT), request.headers().get(KEY_HEADER));
    }
    return components;
  }

  private static String authority(URI uri) {
    int usual = "https".equals(uri.getScheme()) ? 443 : 80;
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
  }

  private static String sha256(byte[] body) {
    try {
      return new String(
          Base64.getEncoder().encode(MessageDigest.getInstance("SHA-256").digest(body)), StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
