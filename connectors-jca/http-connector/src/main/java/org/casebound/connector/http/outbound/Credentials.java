package org.casebound.connector.http.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who the connector is to the back office. The text form shows no secret.
 *
 * @param userName for HTTP Basic; empty for none
 * @param password for HTTP Basic
 * @param bearerToken sent instead of user name and password; empty for none
 */
public record Credentials(Optional<String> userName, String password, Optional<String> bearerToken) {

  /** Nobody. */
  public static final Credentials NONE = new Credentials(Optional.empty(), "", Optional.empty());

  /** The value of the header Authorization. */
  public Optional<String> authorization() {
    return bearerToken.map(token -> "Bearer " + token).or(() -> userName.map(name -> "Basic " + basic(name)));
  }

  private String basic(String name) {
    return Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Credentials[" + userName.orElse(bearerToken.isPresent() ? "bearer token" : "none") + "]";
  }
}
