package org.casebound.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageTimesTest {
  @Test
  void halfAreFasterThanTheMedianAndNineteenOfTwentyThanTheOther() {
    List<Duration> times = IntStream.rangeClosed(1, 20).mapToObj(n -> Duration.ofMinutes(21 - n)).toList();
    assertThat(StageTimes.Line.of("Check", times)).isEqualTo(new StageTimes.Line("Check", 20, Duration.ofMinutes(10), Duration.ofMinutes(19)));
  }

  @Test
  void aSingleTimeIsBoth() {
    Duration only = Duration.ofSeconds(7);
    assertThat(StageTimes.Line.of("Check", List.of(only))).isEqualTo(new StageTimes.Line("Check", 1, only, only));
  }
}
