package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;

/** The visitor's clock: his browser tells his time zone in a cookie; without one it is UTC. */
@Named
@RequestScoped
public class VisitorZone {
  private static final String COOKIE = "casebound-zone";

  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  /** When the day began that was his so many days ago: 0 is today. */
  public Instant dayBegan(int daysAgo) {
    return today().minusDays(daysAgo).atStartOfDay(zone()).toInstant();
  }

  /** When his day is over. */
  public Instant dayEnds() {
    return today().plusDays(1).atStartOfDay(zone()).toInstant();
  }

  /**
   * The moment of a date and time on his clock. One that his clock skips in spring is as much later.
   *
   * @param local as a field of type {@code datetime-local} sends it
   * @throws RuleViolation PROC-025 when it is none
   */
  Instant moment(String local) {
    try {
      return LocalDateTime.parse(local).atZone(zone()).toInstant();
    } catch (DateTimeException noMoment) {
      throw new RuleViolation("PROC-025", "'%s' is no date and time; write it like 2026-12-01T08:00.".formatted(local));
    }
  }

  /** A moment on his clock, with the name of its zone. */
  String words(Instant moment, Locale language) {
    DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(language);
    return "%s (%s)".formatted(format.format(moment.atZone(zone())), getName());
  }

  /** Name of his zone. */
  public String getName() {
    return zone().getId();
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
