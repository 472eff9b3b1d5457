package org.casebound.bench.measure;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Percentiles by nearest rank: always a value that was measured. */
public final class Percentile {

  private Percentile() {}

  /**
   * The smallest value that at least this share of all values does not exceed.
   *
   * @param nanos at least one value, in any order
   * @param share greater than 0, at most 1
   * @return in milliseconds
   */
  public static double millis(List<Long> nanos, double share) {
    if (nanos.isEmpty() || share <= 0 || share > 1) {
      throw new IllegalArgumentException("No percentile " + share + " of " + nanos.size() + " values");
    }
    List<Long> sorted = nanos.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(rank - 1) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
