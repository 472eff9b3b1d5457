package org.casebound.bench.measure;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.casebound.bench.rig.Postgres;

/**
 * What goes on while nothing is to do.
 *
 * @param perSecond of the product's role
 * @param serverShare CPU of the server, as a share of one core
 * @param databaseShare CPU of PostgreSQL, as a share of one core
 */
public record Idle(Work perSecond, double serverShare, double databaseShare) {

  /** Nothing at all. */
  public static final Work NOTHING = new Work(0, 0, 0, 0, 0);

  /** Looks on for a while; nobody may make load meanwhile. */
  public static Idle watch(Postgres postgres, Processes processes, int seconds) {
    try (DatabaseMeter meter = new DatabaseMeter(postgres, Postgres.PRODUCT)) {
      TimeUnit.SECONDS.sleep(5);
      meter.begin();
      Processes.Seconds before = processes.now();
      TimeUnit.SECONDS.sleep(seconds);
      Processes.Seconds used = processes.now().since(before);
      return new Idle(meter.end().times(1.0 / seconds), used.program() / seconds, used.database() / seconds);
    } catch (SQLException e) {
      throw new IllegalStateException("The database can not be observed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
