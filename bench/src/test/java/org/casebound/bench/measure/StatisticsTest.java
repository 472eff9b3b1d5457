package org.casebound.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final long MILLISECOND = 1_000_000;

  @Test
  void theMedianOfThreeIsTheMiddleOneWhateverTheirOrder() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4.0, 1.0, 9.0));
  }

  @Test
  void theMedianOfTwoLiesBetweenThem() {
    assertThat(Spread.of(List.of(2.0, 1.0)).median()).isEqualTo(1.5);
  }

  @Test
  void thereIsNoSpreadOfNothing() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPercentileIsAValueThatWasMeasured() {
    List<Long> hundred = LongStream.rangeClosed(1, 100).mapToObj(i -> (101 - i) * MILLISECOND).toList();
    assertThat(Percentile.millis(hundred, 0.50)).isEqualTo(50.0);
    assertThat(Percentile.millis(hundred, 0.99)).isEqualTo(99.0);
    assertThat(Percentile.millis(hundred, 1)).isEqualTo(100.0);
    assertThat(Percentile.millis(List.of(7 * MILLISECOND), 0.01)).isEqualTo(7.0);
  }

  @Test
  void refusesAPercentileThatIsNone() {
    assertThatThrownBy(() -> Percentile.millis(List.of(), 0.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Percentile.millis(List.of(1L), 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Percentile.millis(List.of(1L), 50)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRatioComparesMediansAndItsSpreadComparesNeighbours() {
    Summary product = rounds(100, 300, 200);
    Summary twin = rounds(1000, 1000, 500);

    assertThat(product.against(twin).get(Figure.RATIO_TO_CEILING)).isEqualTo(new Spread(0.2, 0.1, 0.4));
  }

  @Test
  void aFigureThatARoundLacksIsLeftOut() {
    Summary summary = rounds(1, 2);
    summary.add(Map.of(Figure.CASES_PER_SECOND, 3.0, Figure.P50_MS, 1.0));

    assertThat(summary.spreads()).containsOnlyKeys(Figure.CASES_PER_SECOND);
  }

  @Test
  void workThatIsDoneAnywayIsSubtracted() {
    Work idle = new Work(2, 1, 0.5, 100, 10);

    assertThat(new Work(10, 4, 2, 1000, 40).minus(idle.times(2))).isEqualTo(new Work(6, 2, 1, 800, 20));
  }

  private static Summary rounds(double... casesPerSecond) {
    Summary summary = new Summary();
    for (double each : casesPerSecond) {
      summary.add(Map.of(Figure.CASES_PER_SECOND, each));
    }
    return summary;
  }
}
