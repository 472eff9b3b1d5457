package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** When it is today for the visitor: his browser tells his time zone in a cookie; without one it is UTC. */
@RequestScoped
public class VisitorZone {
  private static final String COOKIE = "casebound-zone";

  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  /** When his day began. */
  public Instant dayBegan() {
    return today().atStartOfDay(zone()).toInstant();
  }

  /** When his day is over. */
  public Instant dayEnds() {
    return today().plusDays(1).atStartOfDay(zone()).toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone());
  }

  private ZoneId zone() {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .map(Cookie::getValue)
        .findFirst()
        .flatMap(VisitorZone::named)
        .orElse(ZoneOffset.UTC);
  }

  private static Optional<ZoneId> named(String name) {
    try {
      return Optional.of(ZoneId.of(name.replace("%2F", "/")));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
