package org.casebound.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void aFilterOfFlowsIsWrittenAndReadAgain() {
    FlowFilter filter =
        new FlowFilter(Optional.of("Move"), Optional.of(3), Optional.of(FlowState.ERROR), Optional.of("check"), Optional.of(AgeBand.WEEK), false, true);
    assertThat(FlowFilter.of(name -> Optional.ofNullable(filter.parameters().get(name)))).isEqualTo(filter);
    assertThat(FlowFilter.of(name -> Optional.empty())).isEqualTo(FlowFilter.OPEN);
  }

  @Test
  void whatMakesNoSenseIsAsIfItWereNotThere() {
    Map<String, String> wrong = Map.of("version", "-1", "state", "HAPPY", "age", "ancient", "waiting", "x");
    assertThat(FlowFilter.of(name -> Optional.ofNullable(wrong.get(name)))).isEqualTo(FlowFilter.OPEN);
  }

  @Test
  void aFilterOfIncidentsTellsNoConnectorFromAnyConnector() {
    IncidentFilter none = new IncidentFilter(Optional.of("Move"), Optional.of(""), Optional.of("EXPR-001"), Optional.of(""));
    assertThat(none.parameters()).containsEntry("connector", "-").containsEntry("step", "-");
    assertThat(IncidentFilter.of(name -> Optional.ofNullable(none.parameters().get(name)))).isEqualTo(none);
    assertThat(IncidentFilter.of(name -> Optional.empty())).isEqualTo(IncidentFilter.ALL);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3_599, 3_600, 3_601, 86_399, 86_400, 604_799, 604_800, 99_999_999})
  void everyAgeIsInOneBand(long seconds) {
    Instant began = NOW.minus(Duration.ofSeconds(seconds));
    assertThat(
            Arrays.stream(AgeBand.values())
                .filter(band -> band.after(NOW).filter(after -> !began.isAfter(after)).isEmpty())
                .filter(band -> band.until(NOW).filter(until -> began.isAfter(until)).isEmpty()))
        .hasSize(1);
  }
}
