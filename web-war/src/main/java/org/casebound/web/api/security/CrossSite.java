package org.casebound.web.api.security;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rule against forged requests (CSRF). A browser attaches cookies and remembered passwords by itself, so a changing call
 * must show that no other site made it: the fetch metadata or the origin, when the browser sends them, must be our own, and a
 * call without an Authorization header needs a header of its own, which another site can not add without our consent.
 */
final class CrossSite {
  /** A header that only a script of our own pages, or a program, can send; any value. */
  static final String PROOF = "X-Requested-With";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private CrossSite() {}

  /** Why the call is refused; empty when it is not. */
  static Optional<String> refusal(String method, Function<String, Optional<String>> header) {
    if (SAFE.contains(method)) {
      return Optional.empty();
    }
    Optional<String> site = header.apply("Sec-Fetch-Site");
    if (site.filter(s -> !OWN_SITES.contains(s)).isPresent()) {
      return Optional.of("A changing call from another site is refused.");
    }
    if (site.isEmpty() && header.apply("Origin").filter(o -> !isHost(o, header.apply("Host"))).isPresent()) {
      return Optional.of("A changing call from another origin is refused.");
    }
    if (header.apply("Authorization").isEmpty() && header.apply(PROOF).filter(p -> !p.isBlank()).isEmpty()) {
      return Optional.of(
          "A changing call without an Authorization header needs the header %s, with any value.".formatted(PROOF));
    }
    return Optional.empty();
  }

  private static boolean isHost(String origin, Optional<String> host) {
    try {
      return host.isPresent() && host.get().equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
