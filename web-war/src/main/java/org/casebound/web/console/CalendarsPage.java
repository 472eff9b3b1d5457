package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.fulfillment.desk.CalendarDesk;
import org.casebound.fulfillment.desk.CalendarView;
import org.casebound.fulfillment.desk.DuePreview;
import org.jspecify.annotations.Nullable;

/** The calendars of the active processes, and until when a working time lasts by one of them. What is asked is in the address. */
@Named
@RequestScoped
public class CalendarsPage {
  private static final int MINUTES_OF_AN_HOUR = 60;

  @Inject private CalendarDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private List<CalendarView> calendars = List.of();
  private String chosen = "";
  private String start = "";
  private String hours = "";
  private String minutes = "";
  private @Nullable DuePreview preview;

  /** Reads the calendars, and counts what the address asks for. */
  public void open() {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    calendars = desk.all(texts.locale());
    chosen = parameters.apply("calendar").orElse("");
    start = parameters.apply("start").orElse("");
    hours = parameters.apply("hours").orElse("");
    minutes = parameters.apply("minutes").orElse("");
    if (!chosen.isEmpty()) {
      count();
    }
  }

  private void count() {
    Optional<Duration> work = work();
    Optional<LocalDateTime> begin = begin();
    if (work.isEmpty()) {
      notices.problem(texts.of("calendar.badWork"));
    } else if (begin.isEmpty()) {
      notices.problem(texts.of("calendar.badStart"));
    } else {
      String[] name = chosen.split("/", 2);
      notices
          .run(() -> desk.preview(name[0], name.length == 1 ? "" : name[1], begin.get(), work.get(), texts.locale()))
          .ifPresent(counted -> preview = counted);
    }
  }

  private Optional<Duration> work() {
    return hours.matches("\\d{0,6}") && minutes.matches("\\d{0,6}")
        ? Optional.of(Duration.ofMinutes(number(hours) * MINUTES_OF_AN_HOUR + number(minutes)))
        : Optional.empty();
  }

  private static long number(String digits) {
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private Optional<LocalDateTime> begin() {
    try {
      return Optional.of(LocalDateTime.parse(start));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** The calendar as the address names it. */
  public String address(CalendarView calendar) {
    return calendar.process() + "/" + calendar.name();
  }

  /** Where its holidays are free; nothing when it has none. */
  public String where(CalendarView calendar) {
    return calendar
        .country()
        .map(country -> country.toUpperCase(Locale.ROOT) + calendar.region().map(region -> " · " + region).orElse(""))
        .orElse(texts.of("calendar.noHolidays"));
  }

  /** A day of the week in words. */
  public String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, texts.locale());
  }

  /** A date with its day of the week. */
  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(texts.locale()));
  }

  /** Stretches of a day; midnight at their end is the end of the day. */
  public String hours(List<CalendarView.Hours> stretches) {
    return stretches.isEmpty()
        ? texts.of("calendar.free")
        : stretches.stream()
            .map(one -> "%s–%s".formatted(one.from(), one.to().equals(LocalTime.MIDNIGHT) ? "24:00" : one.to()))
            .collect(Collectors.joining(", "));
  }

  /** Why the day is free. */
  public String why(CalendarView.FreeDay day) {
    return day.holiday().orElse(texts.of("calendar.kind.FREE_DAY"));
  }

  /** Why a day on the way counts or not. */
  public String why(DuePreview.Day day) {
    return day.kind() == DuePreview.Kind.HOLIDAY ? texts.of("calendar.kind.HOLIDAY", day.holiday().orElse("")) : texts.of("calendar.kind." + day.kind());
  }

  /** A working time in hours and minutes; a dash for none. */
  public String time(Duration time) {
    return time.isZero() ? "–" : texts.of("calendar.time", time.toHours(), time.toMinutesPart());
  }

  /** When the previewed time is over, on the calendar's own clock. */
  public String getDue() {
    DuePreview counted = preview;
    return counted == null ? "" : local(counted.due(), counted.zone());
  }

  private String local(Instant moment, String zone) {
    DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(texts.locale());
    return "%s (%s)".formatted(format.format(moment.atZone(ZoneId.of(zone))), zone);
  }

  /** What was counted; nothing before something was asked, or when it made no sense. */
  public @Nullable DuePreview getPreview() {
    return preview;
  }

  public List<CalendarView> getCalendars() {
    return calendars;
  }

  public String getChosen() {
    return chosen;
  }

  public String getStart() {
    return start;
  }

  public String getHours() {
    return hours;
  }

  public String getMinutes() {
    return minutes;
  }
}
