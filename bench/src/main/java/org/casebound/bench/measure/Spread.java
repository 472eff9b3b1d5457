package org.casebound.bench.measure;

import java.util.List;

/** The middle and the ends of what the rounds gave. */
public record Spread(double median, double least, double most) {

  /**
   * @param values one per round, at least one
   * @throws IllegalArgumentException when there is none
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A spread needs at least one value");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(last));
  }
}
