package org.casebound.connector.http.outbound;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the connector says who it is. The secret itself is the password of its credentials.
 *
 * @param scheme the way
 * @param apiKeyHeader name of the header for {@link Scheme#API_KEY}
 * @param tokenUrl token endpoint for {@link Scheme#OAUTH2}; empty for the other ways
 * @param scope asked for at the token endpoint; empty for none
 */
public record AuthenticationSettings(
    Scheme scheme, String apiKeyHeader, Optional<URI> tokenUrl, Optional<String> scope) {

  /** The ways to say who calls. */
  public enum Scheme {
    /** User name and password, HTTP Basic; nothing where there is no user name. */
    BASIC,
    /** The password as a fixed bearer token. */
    BEARER,
    /** The password in a header of its own. */
    API_KEY,
    /** OAuth 2.0 client credentials: user name and password are client id and client secret. */
    OAUTH2,
    /** HTTP message signature: the user name is the id of the key, the password its Base64. */
    SIGNATURE;

    /** @throws IllegalArgumentException with a sentence when there is no such way */
    public static Scheme of(String name) {
      return Arrays.stream(values())
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(
              "authentication must be BASIC, BEARER, API_KEY, OAUTH2 or SIGNATURE."));
    }
  }

  /** @throws IllegalArgumentException with a sentence when something is missing */
  public AuthenticationSettings {
    if (!apiKeyHeader.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
      throw new IllegalArgumentException("apiKeyHeader must be the name of a header.");
    }
    if ((scheme == Scheme.OAUTH2) != tokenUrl.isPresent()) {
      throw new IllegalArgumentException("tokenUrl is given with authentication OAUTH2, and only then.");
    }
    tokenUrl.ifPresent(url -> HttpSettings.requireHttp("tokenUrl", url));
  }
}
