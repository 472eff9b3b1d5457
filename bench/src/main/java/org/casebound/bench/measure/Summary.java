package org.casebound.bench.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rounds of one workload, put together. */
public final class Summary {
  private final List<Map<Figure, Double>> rounds = new ArrayList<>();

  /** Adds a round. */
  public void add(Map<Figure, Double> round) {
    rounds.add(round);
  }

  /** Spread of each figure that every round has. */
  public Map<Figure, Spread> spreads() {
    Map<Figure, Spread> spreads = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      if (!rounds.isEmpty() && rounds.stream().allMatch(round -> round.containsKey(figure))) {
        spreads.put(figure, Spread.of(rounds.stream().map(round -> round.get(figure)).toList()));
      }
    }
    return spreads;
  }

  /** The same with {@link Figure#RATIO_TO_CEILING}: each round against the twin's round next to it. */
  public Map<Figure, Spread> against(Summary twin) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      ratios.add(rounds.get(i).get(Figure.CASES_PER_SECOND) / twin.rounds.get(i).get(Figure.CASES_PER_SECOND));
    }
    Map<Figure, Spread> spreads = spreads();
    Spread ends = Spread.of(ratios);
    double medians = spreads.get(Figure.CASES_PER_SECOND).median() / twin.spreads().get(Figure.CASES_PER_SECOND).median();
    spreads.put(Figure.RATIO_TO_CEILING, new Spread(medians, Math.min(medians, ends.least()), Math.max(medians, ends.most())));
    return spreads;
  }
}
