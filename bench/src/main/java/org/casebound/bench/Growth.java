package org.casebound.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.bench.fill.CaseCopies;
import org.casebound.bench.load.Load;
import org.casebound.bench.load.Orchestration;
import org.casebound.bench.load.Workload;
import org.casebound.bench.measure.Figure;
import org.casebound.bench.measure.Inbox;

/** What becomes of the speed when the database is full. */
record Growth(Stage stage, Options options) {

  /** Fills in closed cases like those that the workload makes. */
  void closedCases(Workload workload) {
    long template = new Load(stage.rig().postgres(), workload, 1).closedCase();
    fill(template, options.number("growth"), "closed cases");
  }

  /** Fills in open work items step by step, and measures the agent's page at each size. */
  Map<String, Map<String, Double>> inbox() {
    Orchestration agent = new Orchestration(stage.rig().server().api());
    long template = agent.fileOnly();
    Map<String, Map<String, Double>> pages = new LinkedHashMap<>();
    int there = 1;
    for (int size : List.of(options.number("inbox") / 100, options.number("inbox") / 10, options.number("inbox"))) {
      fill(template, size - there, "open work items");
      there = size;
      Map<String, Double> page = new LinkedHashMap<>();
      Inbox.page(agent).forEach((figure, value) -> page.put(figure.key(), value));
      pages.put(Integer.toString(size), page);
      System.out.println("  inbox page at " + size + " open items: p50 " + Figure.P50_MS.show(page.get(Figure.P50_MS.key()))
          + " ms, p99 " + Figure.P99_MS.show(page.get(Figure.P99_MS.key())) + " ms");
    }
    return pages;
  }

  private void fill(long template, int count, String what) {
    long begin = System.nanoTime();
    new CaseCopies(stage.rig().postgres()).make(template, count);
    System.out.printf("  %d %s filled in within %.0f s%n", count, what, (System.nanoTime() - begin) / 1e9);
  }
}
