package org.casebound.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChangeQuery;

/**
 * What changes an address asks for; what can not be read asks for nothing.
 *
 * @param from first day in UTC
 * @param to last day in UTC, itself included
 */
record ChangesFilter(Optional<AdminChangeKind> kind, Optional<String> who, Optional<LocalDate> from, Optional<LocalDate> to) {
  static ChangesFilter of(HttpServletRequest request) {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    return new ChangesFilter(
        parameters.apply("kind").flatMap(name -> Arrays.stream(AdminChangeKind.values()).filter(kind -> kind.name().equals(name)).findFirst()),
        parameters.apply("who"),
        parameters.apply("from").flatMap(ChangesFilter::day),
        parameters.apply("to").flatMap(ChangesFilter::day));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  AdminChangeQuery query() {
    return new AdminChangeQuery(kind, who, from.map(ChangesFilter::midnight), to.map(day -> midnight(day.plusDays(1))));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The same at another address. */
  Address at(String path) {
    return Address.of(path)
        .with("kind", kind.map(Enum::name))
        .with("who", who)
        .with("from", from.map(LocalDate::toString))
        .with("to", to.map(LocalDate::toString));
  }

  /** Whether anything narrows the list down. */
  boolean narrows() {
    return kind.isPresent() || who.isPresent() || from.isPresent() || to.isPresent();
  }
}
