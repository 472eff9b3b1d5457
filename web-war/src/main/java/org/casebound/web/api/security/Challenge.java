package org.casebound.web.api.security;

import jakarta.servlet.ServletContext;

/** What the header WWW-Authenticate asks for: a bearer token when the server runs us under OpenID Connect, else Basic. */
final class Challenge {
  /** Where the server's OpenID Connect client leaves its configuration; the API needs no class of it. */
  private static final String OIDC_CONTEXT = "org.wildfly.security.http.oidc.OidcClientContext";

  private Challenge() {}

  static String of(ServletContext application) {
    return application.getAttribute(OIDC_CONTEXT) == null
        ? "Basic realm=\"Casebound\", charset=\"UTF-8\""
        : "Bearer realm=\"Casebound\"";
  }
}
