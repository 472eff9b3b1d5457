package org.casebound.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import org.casebound.bench.load.Load;
import org.casebound.bench.measure.DatabaseMeter;
import org.casebound.bench.profile.DatabaseReport;
import org.casebound.bench.profile.HotSpots;
import org.casebound.bench.profile.JfrRecording;
import org.casebound.bench.rig.Layout;
import org.casebound.bench.rig.Postgres;

/** Shows where the time of one scenario goes, in the server and in the database. Recording slows the server down a little. */
record Profile(Stage stage, Options options) {

  /** Warms up, records one round, and tells. */
  String of(Scenario scenario, Comparison comparison) {
    Postgres postgres = stage.rig().postgres();
    int cases = options.number("cases");
    comparison.warmUp(scenario.product(), options.number("warm-up"));
    Path file = Layout.out().resolve(scenario.name() + ".jfr");
    JfrRecording recording = new JfrRecording(stage.rig().server().pid(), file);
    try (DatabaseMeter meter = new DatabaseMeter(postgres, Postgres.PRODUCT)) {
      recording.start();
      meter.begin();
      long nanos = new Load(postgres, scenario.product(), options.number("clients")).throughput(cases);
      String database = DatabaseReport.of(postgres, meter, cases);
      recording.stop();
      return "%s: %d cases at %.0f/s, recorded in %s%n%n".formatted(scenario.name(), cases, cases * 1e9 / nanos, file)
          + HotSpots.of(file).report(cases) + "\n" + database;
    } catch (SQLException e) {
      throw new IllegalStateException("The database can not be observed", e);
    }
  }
}
