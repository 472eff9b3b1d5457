package org.casebound.bench.measure;

import java.util.function.DoubleSupplier;

/**
 * CPU clocks, each in seconds so far.
 *
 * @param program what fulfils the cases: the server, or the twin's JVM
 * @param database all processes of PostgreSQL
 * @param load what only makes load: this JVM and the bank
 */
public record Processes(DoubleSupplier program, DoubleSupplier database, DoubleSupplier load) {

  /** CPU seconds of the three. */
  public record Seconds(double program, double database, double load) {
    Seconds since(Seconds before) {
      return new Seconds(program - before.program, database - before.database, load - before.load);
    }
  }

  public Seconds now() {
    return new Seconds(program.getAsDouble(), database.getAsDouble(), load.getAsDouble());
  }
}
