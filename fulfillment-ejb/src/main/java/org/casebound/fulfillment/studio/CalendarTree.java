package org.casebound.fulfillment.studio;

import static org.casebound.fulfillment.studio.BundleTree.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import org.casebound.domain.definition.CalendarDefinition;

/** Makes the complete tree of a calendar. */
final class CalendarTree {
  private CalendarTree() {}

  static ObjectNode calendar(CalendarDefinition calendar) {
    ObjectNode node =
        object()
            .put("name", calendar.name())
            .put("label", calendar.label())
            .put("zone", calendar.zone().getId());
    ObjectNode hours = object();
    calendar
        .hours()
        .forEach(
            (day, intervals) ->
                hours.set(
                    CalendarMapper.dayName(day),
                    BundleTree.texts(intervals.stream().map(CalendarTree::interval).toList())));
    node.set("hours", hours);
    calendar.holidays().ifPresent(holidays -> node.set("holidays", holidays(holidays)));
    node.set(
        "freeDays", BundleTree.texts(calendar.freeDays().stream().sorted().map(LocalDate::toString).toList()));
    return node;
  }

  private static String interval(CalendarDefinition.Hours hours) {
    String end = hours.to().equals(LocalTime.MIDNIGHT) ? CalendarMapper.END_OF_DAY : hours.to().toString();
    return hours.from() + "-" + end;
  }

  private static ObjectNode holidays(CalendarDefinition.Holidays holidays) {
    ObjectNode node = object().put("country", holidays.country());
    holidays.region().ifPresent(value -> node.put("region", value));
    return node;
  }
}
