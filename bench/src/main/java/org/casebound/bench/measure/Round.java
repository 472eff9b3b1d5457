package org.casebound.bench.measure;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.casebound.bench.load.Load;
import org.casebound.bench.rig.Cpu;

/**
 * One measured round of one workload.
 *
 * @param cases driven as fast as possible
 * @param latencyRate cases per second of the open loop that follows
 * @param latencySeconds how long it lasts; 0 leaves it out
 * @param idlePerSecond what the database does for this role while nothing is to do, subtracted
 */
public record Round(Load load, Processes processes, int cases, int latencyRate, int latencySeconds, Work idlePerSecond) {

  /** Measures. */
  public Map<Figure, Double> run() {
    Map<Figure, Double> figures = throughput();
    if (latencySeconds > 0) {
      List<Long> latencies = load.latencies(latencyRate, latencySeconds);
      figures.put(Figure.P50_MS, Percentile.millis(latencies, 0.50));
      figures.put(Figure.P99_MS, Percentile.millis(latencies, 0.99));
    }
    return figures;
  }

  private Map<Figure, Double> throughput() {
    try (DatabaseMeter meter = new DatabaseMeter(load.postgres(), load.workload().role())) {
      meter.begin();
      Processes.Seconds before = processes.now();
      double machine = Cpu.ofMachine();
      double seconds = load.throughput(cases) / (double) TimeUnit.SECONDS.toNanos(1);
      Processes.Seconds cpu = processes.now().since(before);
      double others = Cpu.ofMachine() - machine - cpu.program() - cpu.database() - cpu.load();
      Work work = meter.end().minus(idlePerSecond.times(seconds)).times(1.0 / cases);
      Map<Figure, Double> figures = new EnumMap<>(Figure.class);
      figures.put(Figure.CASES_PER_SECOND, cases / seconds);
      figures.put(Figure.STATEMENTS_PER_CASE, work.statements());
      figures.put(Figure.COMMITS_PER_CASE, work.commits());
      figures.put(Figure.TRANSACTIONS_PER_CASE, work.transactions());
      figures.put(Figure.WAL_BYTES_PER_CASE, work.walBytes());
      figures.put(Figure.WAL_PAGE_IMAGE_BYTES_PER_CASE, work.walImageBytes());
      figures.put(Figure.CPU_SECONDS_PER_1000, per1000(cpu.program() + cpu.database()));
      figures.put(Figure.SERVER_CPU_SECONDS_PER_1000, per1000(cpu.program()));
      figures.put(Figure.DATABASE_CPU_SECONDS_PER_1000, per1000(cpu.database()));
      figures.put(Figure.LOAD_CPU_SECONDS_PER_1000, per1000(cpu.load()));
      figures.put(Figure.OTHERS_SHARE, Math.max(0, others / seconds / Runtime.getRuntime().availableProcessors()));
      return figures;
    } catch (SQLException e) {
      throw new IllegalStateException("The database can not be observed", e);
    }
  }

  private double per1000(double seconds) {
    return seconds * 1000 / cases;
  }
}
