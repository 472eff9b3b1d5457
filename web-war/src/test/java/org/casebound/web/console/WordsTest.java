package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.workitem.WorkItemState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final Words words = new Words(new Texts(), Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "PT0S, now, just now", "PT59S, now, just now", "PT1M, 1 min, 1 min ago", "PT59M59S, 59 min, 59 min ago", "PT1H, 1 h, 1 h ago",
    "PT23H59M, 23 h, 23 h ago", "P1D, 1 d, 1 d ago", "P400D, 400 d, 400 d ago", "PT-5M, now, just now"
  })
  void anAgeIsToldInTheLargestUnitThatFits(Duration age, String text, String phrase) {
    assertThat(words.age(NOW.minus(age))).isEqualTo(text);
    assertThat(words.ago(NOW.minus(age))).isEqualTo(phrase);
  }

  static Stream<Enum<?>> everyState() {
    return Stream.<Enum<?>[]>of(
            CaseStatus.values(),
            FlowState.values(),
            StageState.values(),
            StepState.values(),
            WorkItemState.values(),
            Priority.values(),
            Resolution.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("everyState")
  void everyStateHasAWord(Enum<?> state) {
    assertThat(words.of(state)).isNotEqualTo(state.name());
  }

  @Test
  void aClosedCaseSaysHowItEnded() {
    assertThat(words.caseStatus(CaseStatus.CLOSED, Optional.of(Resolution.REJECTED))).isEqualTo("Closed: Rejected");
    assertThat(words.caseTone(CaseStatus.CLOSED, Optional.of(Resolution.REJECTED))).isEqualTo("bad");
    assertThat(words.caseStatus(CaseStatus.NEW, Optional.empty())).isEqualTo("New");
  }
}
