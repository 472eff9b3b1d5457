package org.casebound.bench.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebound.bench.report.Table;

/** Weights by name, shown as shares. */
final class Tally {
  private final Map<String, Double> weights = new HashMap<>();
  private double total;

  void add(String name, double weight) {
    weights.merge(name, weight, Double::sum);
  }

  /** What the shares are shares of. */
  void addToTotal(double weight) {
    total += weight;
  }

  double total() {
    return total;
  }

  /** The greatest, as a table. */
  String top(int count, String heading) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(heading, "share"));
    weights.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(count)
        .forEach(entry -> cells.add(List.of(entry.getKey(), "%.1f %%".formatted(100 * entry.getValue() / Math.max(1, total)))));
    return Table.aligned(cells);
  }
}
