package org.casebound.fulfillment.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.shared.RuleViolation;

/**
 * The public and bank holidays of countries and their regions, from jollyday's tables. A region inside a region is written with a
 * dash, e.g. {@code by-mu}. Thread-safe; each year of each region is computed once.
 */
@ApplicationScoped
public class PublicHolidays {
  private static final String SEPARATOR = "-";

  private final Map<YearOfRegion, Set<LocalDate>> known = new ConcurrentHashMap<>();

  private record YearOfRegion(int year, String country, String region) {}

  /**
   * The days that are free in a country, and in one of its regions.
   *
   * @param country ISO 3166-1 code of two letters
   * @param region code of the region in that country, e.g. {@code hh}; empty: only the holidays of the whole country
   * @throws RuleViolation CAL-010 when the country is unknown, CAL-011 when it has no such region
   */
  public Predicate<LocalDate> of(String country, Optional<String> region) {
    String land = country.toLowerCase(Locale.ROOT);
    String path = region.orElse("").toLowerCase(Locale.ROOT);
    requireKnown(land, path);
    return date -> known.computeIfAbsent(new YearOfRegion(date.getYear(), land, path), PublicHolidays::compute).contains(date);
  }

  /**
   * The same days of a year, in the order of time, each with its name.
   *
   * @param language of the names; English where the tables have no other
   * @throws RuleViolation CAL-010 when the country is unknown, CAL-011 when it has no such region
   */
  public SortedMap<LocalDate, String> named(String country, Optional<String> region, Year year, Locale language) {
    String land = country.toLowerCase(Locale.ROOT);
    String path = region.orElse("").toLowerCase(Locale.ROOT);
    requireKnown(land, path);
    SortedMap<LocalDate, String> names = new TreeMap<>();
    free(land, path, year).forEach(holiday -> names.merge(holiday.getDate(), holiday.getDescription(language), (one, other) -> one + ", " + other));
    return names;
  }

  private static void requireKnown(String country, String region) {
    if (country.length() != 2 || !HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
      throw new RuleViolation("CAL-010", "No holidays are known for the country '%s': use a two-letter code such as 'de'.".formatted(country));
    }
    Map<String, CalendarHierarchy> regions = manager(country).getCalendarHierarchy().getChildren();
    for (String part : path(region)) {
      if (!regions.containsKey(part)) {
        throw new RuleViolation(
            "CAL-011",
            "No holidays are known for the region '%s' of '%s'; it may be one of: %s."
                .formatted(region, country, regions.keySet().stream().sorted().collect(Collectors.joining(", "))));
      }
      regions = regions.get(part).getChildren();
    }
  }

  private static Set<LocalDate> compute(YearOfRegion wanted) {
    return free(wanted.country(), wanted.region(), Year.of(wanted.year())).map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Holiday> free(String country, String region, Year year) {
    return manager(country).getHolidays(year, path(region)).stream().filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE);
  }

  private static String[] path(String region) {
    return region.isEmpty() ? new String[0] : region.split(SEPARATOR);
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }
}
