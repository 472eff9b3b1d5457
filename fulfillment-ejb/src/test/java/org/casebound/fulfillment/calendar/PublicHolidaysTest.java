package org.casebound.fulfillment.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {
  private final PublicHolidays holidays = new PublicHolidays();

  @Test
  void areThoseOfTheRegionToo() {
    LocalDate epiphany = LocalDate.of(2027, 1, 6);
    assertThat(of("de", "by")).accepts(epiphany);
    assertThat(of("de", "hh")).rejects(epiphany).accepts(LocalDate.of(2026, 10, 31));
    assertThat(holidays.of("DE", Optional.empty())).rejects(epiphany).accepts(LocalDate.of(2026, 10, 3));
  }

  @Test
  void moveWithEaster() {
    assertThat(of("de", "hh")).accepts(LocalDate.of(2026, 4, 3), LocalDate.of(2027, 3, 26)).rejects(LocalDate.of(2027, 4, 3));
  }

  @Test
  void areKnownInsideARegionOfARegion() {
    assertThat(of("de", "by-mu")).accepts(LocalDate.of(2026, 8, 15));
    assertThat(of("us", "ny")).accepts(LocalDate.of(2026, 11, 26));
  }

  @Test
  void includeBankHolidaysButNoMereObservances() {
    assertThat(of("gb", "eng")).accepts(LocalDate.of(2026, 8, 31));
    assertThat(of("us", "ny")).rejects(LocalDate.of(2026, 2, 14));
  }

  @Test
  void refuseCountriesAndRegionsThatNobodyKnows() {
    assertRefused("CAL-010", "xx", Optional.empty());
    assertRefused("CAL-010", "nyse", Optional.empty());
    assertRefused("CAL-011", "de", Optional.of("atlantis"));
    assertRefused("CAL-011", "de", Optional.of("by-atlantis"));
  }

  @Test
  void haveNamesInTheLanguageThatIsAskedFor() {
    assertThat(holidays.named("de", Optional.of("hh"), Year.of(2026), Locale.GERMAN))
        .containsEntry(LocalDate.of(2026, 4, 3), "Karfreitag")
        .doesNotContainKey(LocalDate.of(2027, 3, 26));
    assertThat(holidays.named("DE", Optional.empty(), Year.of(2026), Locale.ENGLISH)).containsEntry(LocalDate.of(2026, 4, 3), "Good Friday");
    assertThat(holidays.named("de", Optional.of("by"), Year.of(2027), Locale.ENGLISH).keySet()).allMatch(of("de", "by"));
  }

  private Predicate<LocalDate> of(String country, String region) {
    return holidays.of(country, Optional.of(region));
  }

  private void assertRefused(String code, String country, Optional<String> region) {
    assertThatThrownBy(() -> holidays.of(country, region)).isInstanceOf(RuleViolation.class).extracting("code").isEqualTo(code);
  }
}
