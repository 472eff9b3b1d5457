package org.casebound.bench;

import java.sql.SQLException;
import java.util.List;
import org.casebound.bench.load.Load;
import org.casebound.bench.load.Workload;
import org.casebound.bench.measure.DatabaseMeter;
import org.casebound.bench.measure.Figure;
import org.casebound.bench.measure.Idle;
import org.casebound.bench.measure.Processes;
import org.casebound.bench.measure.Round;
import org.casebound.bench.measure.Summary;
import org.casebound.bench.measure.Work;
import org.casebound.bench.report.Row;
import org.casebound.bench.rig.Postgres;

/** Measures one scenario and its twin, round by round in turn, so that a slow minute of the machine meets both. */
record Comparison(Stage stage, Options options, Work idle) {

  private static final int ALONE = 200;
  private static final int PART = 1000;

  /** The twin alone. */
  List<Row> twinOnly(Scenario scenario) {
    warmUp(scenario.twin(), options.number("twin-warm-up"));
    Summary twin = new Summary();
    for (int round = 1; round <= options.number("rounds"); round++) {
      measure(scenario.twinName(), scenario.twin(), stage.plain(), Idle.NOTHING, twin);
    }
    return List.of(new Row(scenario.twinName(), scenario.twinTitle(), twin.spreads()));
  }

  /** The twin and the product. */
  List<Row> both(Scenario scenario) {
    warmUp(scenario.twin(), options.number("twin-warm-up"));
    warmUp(scenario.product(), options.number("warm-up"));
    Summary twin = new Summary();
    Summary product = new Summary();
    for (int round = 1; round <= options.number("rounds"); round++) {
      measure(scenario.twinName(), scenario.twin(), stage.plain(), Idle.NOTHING, twin);
      measure(scenario.name(), scenario.product(), stage.product(), idle, product);
    }
    return List.of(
        new Row(scenario.twinName(), scenario.twinTitle(), twin.spreads()),
        new Row(scenario.name(), scenario.title(), product.against(twin)));
  }

  private Load load(Workload workload) {
    return new Load(stage.rig().postgres(), workload, options.number("clients"));
  }

  /**
   * In parts, so that one can see whether the speed has settled; begins with a checkpoint, and with one client alone while the code is
   * still interpreted.
   */
  void warmUp(Workload workload, int cases) {
    try (DatabaseMeter meter = new DatabaseMeter(stage.rig().postgres(), Postgres.PRODUCT)) {
      meter.checkpoint();
    } catch (SQLException e) {
      throw new IllegalStateException("No checkpoint", e);
    }
    new Load(stage.rig().postgres(), workload, 1).throughput(Math.min(cases, ALONE));
    StringBuilder speeds = new StringBuilder();
    for (int done = Math.min(cases, ALONE); done < cases; done += PART) {
      int now = Math.min(PART, cases - done);
      speeds.append(' ').append(Math.round(now * 1e9 / load(workload).throughput(now)));
    }
    System.out.println("  warm-up of " + cases + " cases, cases/s:" + speeds);
  }

  private void measure(String name, Workload workload, Processes processes, Work idlePerSecond, Summary summary) {
    var figures =
        new Round(
                load(workload), processes, options.number("cases"), options.number("rate"), options.number("latency-seconds"), idlePerSecond)
            .run();
    summary.add(figures);
    StringBuilder line = new StringBuilder("  ").append(name).append(':');
    figures.forEach((figure, value) -> line.append(' ').append(figure.heading()).append(' ').append(figure.show(value)).append(','));
    line.append(" machine busy ").append(Math.round(100 * busy(figures))).append(" %");
    System.out.println(line);
  }

  /** CPU of all processes of the run as a share of the machine. */
  private static double busy(java.util.Map<Figure, Double> figures) {
    double secondsPerCase = (figures.get(Figure.CPU_SECONDS_PER_1000) + figures.get(Figure.LOAD_CPU_SECONDS_PER_1000)) / 1000;
    return secondsPerCase * figures.get(Figure.CASES_PER_SECOND) / Runtime.getRuntime().availableProcessors();
  }
}
