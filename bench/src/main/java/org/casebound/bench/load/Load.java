package org.casebound.bench.load;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.casebound.bench.rig.Postgres;

/** The two ways of load: as many cases as {@code clients} can drive, and cases at a fixed rate. */
public record Load(Postgres postgres, Workload workload, int clients) {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

  /**
   * Closed loop.
   *
   * @return nanoseconds from the first request to the last closed case
   */
  public long throughput(int cases) {
    long begin = System.nanoTime();
    closed(cases);
    return System.nanoTime() - begin;
  }

  /** Drives one case and waits until it is closed. */
  public long closedCase() {
    return closed(1).get(0);
  }

  private List<Long> closed(int cases) {
    try (ClosedCases look = new ClosedCases(postgres.observe(), workload.table())) {
      long begin = System.nanoTime();
      List<Long> driven = new Clients(workload, cases).drive(clients);
      Set<Long> open = new HashSet<>(driven);
      while (!open.isEmpty()) {
        look.among(open).forEach(open::remove);
        if (!open.isEmpty()) {
          patience(begin, open.size());
          TimeUnit.MILLISECONDS.sleep(2);
        }
      }
      return driven;
    } catch (SQLException e) {
      throw new IllegalStateException("The closed cases can not be looked up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static void patience(long begin, int open) {
    if (System.nanoTime() - begin > PATIENCE_NANOS) {
      throw new IllegalStateException(open + " cases did not close within " + TimeUnit.NANOSECONDS.toMinutes(PATIENCE_NANOS) + " minutes");
    }
  }

  /**
   * Open loop: a case begins at every tick, whether the ones before have ended or not.
   *
   * @param perSecond ticks
   * @return nanoseconds from each tick to the case being closed, to the millisecond
   */
  public List<Long> latencies(int perSecond, int seconds) {
    try (ClosedCases look = new ClosedCases(postgres.observe(), workload.table())) {
      return new OpenLoop(workload, look, perSecond, perSecond * seconds).run();
    } catch (SQLException e) {
      throw new IllegalStateException("The closed cases can not be looked up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
