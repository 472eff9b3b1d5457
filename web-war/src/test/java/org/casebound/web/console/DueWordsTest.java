package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final DueWords due = new DueWords(new Texts(), Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 min left, ''", "PT59M59S, 59 min left, ''", "PT2H10M, 2 h 10 min left, ''", "PT51H, 2 d 3 h left, ''",
    "PT-40M, late by 40 min, bad", "PT-25H, late by 1 d 1 h, bad"
  })
  void saysHowMuchTimeIsLeftOrHowLateItIs(Duration left, String text, String tone) {
    Optional<Instant> dueAt = Optional.of(NOW.plus(left));
    assertThat(due.text(dueAt, false)).isEqualTo(text);
    assertThat(due.tone(dueAt, false, false)).isEqualTo(tone);
  }

  @Test
  void saysThatTheClockStandsStill() {
    assertThat(due.text(Optional.empty(), true)).isEqualTo("clock paused");
    assertThat(due.tone(Optional.empty(), true, false)).isEqualTo("warn");
    assertThat(due.icon(Optional.empty(), true)).isEqualTo("pi-pause-circle");
  }

  @Test
  void saysNothingWhereNothingIsPromised() {
    assertThat(due.text(Optional.empty(), false)).isEmpty();
    assertThat(due.tone(Optional.empty(), false, false)).isEmpty();
  }

  @Test
  void standsOutOnceItWasRemindedOf() {
    assertThat(due.tone(Optional.of(NOW.plusSeconds(60)), false, true)).isEqualTo("warn");
    assertThat(due.icon(Optional.of(NOW.minusSeconds(60)), false)).isEqualTo("pi-exclamation-triangle");
  }
}
