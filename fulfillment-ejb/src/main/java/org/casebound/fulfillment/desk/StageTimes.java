package org.casebound.fulfillment.desk;

import java.time.Duration;
import java.util.List;

/**
 * How long the newest completed flows of a process took.
 *
 * @param flows how many they are
 * @param whole how long they took as a whole; empty when there is none
 * @param stages how long each stage took, in the order in which stages are entered
 */
public record StageTimes(int flows, List<Line> whole, List<Line> stages) {
  public StageTimes {
    whole = List.copyOf(whole);
    stages = List.copyOf(stages);
  }

  /**
   * How long something took.
   *
   * @param label what people call it
   * @param count how often it was done
   * @param median half of them were done faster
   * @param most nineteen of twenty were done at least as fast
   */
  public record Line(String label, int count, Duration median, Duration most) {

    /** Of times that are not empty. */
    static Line of(String label, List<Duration> times) {
      List<Duration> sorted = times.stream().sorted().toList();
      return new Line(label, sorted.size(), at(sorted, 0.5), at(sorted, 0.95));
    }

    /** The smallest time that is not exceeded by that share of them. */
    private static Duration at(List<Duration> sorted, double share) {
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
  }
}
