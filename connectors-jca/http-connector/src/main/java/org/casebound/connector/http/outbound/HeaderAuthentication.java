package org.casebound.connector.http.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.casebound.connector.base.Credentials;

/** The same header with every request, or none. */
final class HeaderAuthentication implements Authentication {
  private static final String AUTHORIZATION = "Authorization";

  private final Permit.Granted permit;

  private HeaderAuthentication(Map<String, String> headers) {
    this.permit = new Permit.Granted(headers);
  }

  static HeaderAuthentication basic(Credentials credentials) {
    return new HeaderAuthentication(credentials.userName()
        .map(name -> Map.of(AUTHORIZATION, basic(name, credentials.password())))
        .orElse(Map.of()));
  }

  /** The value of the header Authorization for HTTP Basic. */
  static String basic(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  static HeaderAuthentication bearer(Credentials credentials) {
    return new HeaderAuthentication(Map.of(AUTHORIZATION, "Bearer " + secret(credentials)));
  }

  static HeaderAuthentication apiKey(String header, Credentials credentials) {
    return new HeaderAuthentication(Map.of(header, secret(credentials)));
  }

  private static String secret(Credentials credentials) {
    if (!credentials.password().matches("[!-~]+")) {
      throw new IllegalArgumentException("The password is the token or key: visible ASCII without blanks, not empty.");
    }
    return credentials.password();
  }

  @Override
  public Permit permit(HttpCall request, Duration patience) {
    return permit;
  }
}
