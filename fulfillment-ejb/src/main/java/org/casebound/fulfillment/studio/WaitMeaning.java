package org.casebound.fulfillment.studio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks waits. */
final class WaitMeaning {
  private WaitMeaning() {}

  static void check(Place wait, BundleIndex index, ExpressionCheck expressions, Problems problems) {
    References.check("calendar", wait.at("calendar"), index.calendars().keySet(), problems);
    duration(wait.at("for"), expressions, problems);
    duration(wait.at("timeout"), expressions, problems);
    time(wait.at("until"), expressions, problems);
  }

  private static void duration(Place place, ExpressionCheck expressions, Problems problems) {
    Optional<String> constant = constant(place);
    if (constant.isEmpty()) {
      ExpressionReport.check(expressions, place, ValueKind.DURATION, problems);
    } else if (Durations.parsed(constant.get()).filter(d -> !d.isNegative()).isEmpty()) {
      problems.at(place, "'%s' is not a duration.".formatted(constant.get()), "Write e.g. PT2H, P3D or PT1H30M.");
    }
  }

  private static void time(Place place, ExpressionCheck expressions, Problems problems) {
    Optional<String> constant = constant(place);
    if (constant.isEmpty()) {
      ExpressionReport.check(expressions, place, ValueKind.TIME, problems);
    } else if (!isTime(constant.get())) {
      problems.at(
          place, "'%s' is not a date or time.".formatted(constant.get()), "Write e.g. 2026-12-24 or 2026-12-24T18:00:00Z.");
    }
  }

  /** The text that stands for itself: plain, or in the quotes of CEL. */
  private static Optional<String> constant(Place place) {
    return place.text().map(TimeText::expression).flatMap(TextConstant::of);
  }

  private static boolean isTime(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).isAfter(LocalDate.MIN)
          : OffsetDateTime.parse(text).toInstant().isAfter(Instant.MIN);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
