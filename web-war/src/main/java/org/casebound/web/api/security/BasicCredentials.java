package org.casebound.web.api.security;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Credentials of HTTP Basic that are no Base64: the server's security layer fails on them with 500 instead of refusing them. */
final class BasicCredentials {
  private static final String SCHEME = "Basic ";

  private BasicCredentials() {}

  /** @param authorization value of the header Authorization, null when there is none */
  static boolean areUnreadable(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    try {
      Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
