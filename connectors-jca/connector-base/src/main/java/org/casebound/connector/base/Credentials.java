package org.casebound.connector.base;

import java.util.Optional;

/**
 * Who the connector is to the back office. The text form shows no secret.
 *
 * @param userName empty for nobody
 * @param password of that user; may be empty
 */
public record Credentials(Optional<String> userName, String password) {

  /** Nobody. */
  public static final Credentials NONE = new Credentials(Optional.empty(), "");

  /** Reads two properties of a connection definition. */
  public static Credentials of(String userName, String password) {
    return new Credentials(Optional.of(userName.strip()).filter(name -> !name.isEmpty()), password);
  }

  @Override
  public String toString() {
    return "Credentials[" + userName.orElse("none") + "]";
  }
}
