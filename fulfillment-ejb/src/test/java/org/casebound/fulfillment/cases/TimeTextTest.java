package org.casebound.fulfillment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
  @ParameterizedTest
  @CsvSource({"PT0S,0 s", "PT59.9S,59 s", "PT60S,1 min", "PT59M59S,59 min", "PT1H,1 h", "PT2H10M,2 h 10 min", "P2D,48 h", "-PT40M,40 min"})
  void saysATimeInTheTwoLargestUnits(Duration time, String text) {
    assertThat(TimeText.of(time)).isEqualTo(text);
  }
}
