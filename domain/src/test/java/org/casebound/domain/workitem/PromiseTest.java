package org.casebound.domain.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.flow.Flows;
import org.junit.jupiter.api.Test;

class PromiseTest {
  private static final Instant DUE = Flows.BEGUN.plus(Duration.ofHours(8));

  private final Promise promise = Promise.due(DUE);

  @Test
  void aPauseMovesTheDueTime() {
    Promise paused = promise.paused(BusinessCalendar.ALWAYS, Flows.BEGUN.plus(Duration.ofHours(3)));
    assertThat(paused.dueAt()).isEmpty();
    assertThat(paused.timeLeft()).contains(Duration.ofHours(5));

    Promise resumed = paused.resumed(BusinessCalendar.ALWAYS, Flows.BEGUN.plus(Duration.ofDays(2)));
    assertThat(resumed.dueAt()).contains(Flows.BEGUN.plus(Duration.ofHours(53)));
    assertThat(resumed.timeLeft()).isEmpty();
  }

  @Test
  void whatIsLateStaysLate() {
    Promise late = promise.paused(BusinessCalendar.ALWAYS, DUE).resumed(BusinessCalendar.ALWAYS, DUE.plusSeconds(100));
    assertThat(late.dueAt()).contains(DUE);
  }

  @Test
  void aReminderChangesNothingElse() {
    Promise reminded = promise.reminded(DUE.minusSeconds(60));
    assertThat(reminded.dueAt()).contains(DUE);
    assertThat(reminded.remindedAt()).contains(DUE.minusSeconds(60));
    assertThat(promise.remindedAt()).isEmpty();
  }
}
