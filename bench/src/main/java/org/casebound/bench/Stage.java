package org.casebound.bench;

import java.lang.management.ManagementFactory;
import org.casebound.bench.http.SmallServer;
import org.casebound.bench.load.AcknowledgedCall;
import org.casebound.bench.load.Orchestration;
import org.casebound.bench.load.StraightThrough;
import org.casebound.bench.measure.Processes;
import org.casebound.bench.rig.BankProcess;
import org.casebound.bench.rig.Cpu;
import org.casebound.bench.rig.Postgres;
import org.casebound.bench.rig.Rig;
import org.casebound.bench.rig.WildFly;
import org.casebound.bench.twin.AcknowledgedCallTwin;
import org.casebound.bench.twin.OrchestrationTwin;
import org.casebound.bench.twin.StraightThroughTwin;
import org.casebound.bench.twin.Twin;

/** Everything that runs, product and twin, and the scenarios on it. */
record Stage(Rig rig, Twin twin) implements AutoCloseable {

  static Stage set(int clients) {
    Postgres postgres = Postgres.start();
    Twin twin = Twin.open(postgres, clients);
    SmallServer acknowledged = AcknowledgedCallTwin.listen(twin);
    int offset = WildFly.freeOffset();
    BankProcess bank = BankProcess.start(WildFly.acknowledgements(offset), acknowledged.address() + "/acknowledgements");
    return new Stage(new Rig(postgres, bank, WildFly.start(offset, postgres, bank)), twin);
  }

  Scenario scenario(String name) {
    return switch (name) {
      case "S2" ->
          new Scenario(
              name, "orchestration", new Orchestration(rig.server().api()),
              "S2 twin", "JDBC", new OrchestrationTwin(twin, rig.bankApi()));
      case "S3" ->
          new Scenario(
              name, "acknowledgement", new AcknowledgedCall(rig.server().api()),
              "S3 twin", "JDBC", new AcknowledgedCallTwin(twin, rig.bankApi()));
      case "S4" -> straightThrough(name, "growth", "S4 twin");
      default -> straightThrough(name, "straight-through", "S0");
    };
  }

  private Scenario straightThrough(String name, String title, String twinName) {
    return new Scenario(
        name, title, new StraightThrough(rig.server().api()), twinName, "JDBC", new StraightThroughTwin(twin, rig.bankApi()));
  }

  /** The clocks while the product is measured. */
  Processes product() {
    return new Processes(rig.server()::cpuSeconds, rig.postgres()::cpuSeconds, () -> ownCpu() + rig.bank().cpuSeconds());
  }

  /** The clocks while the twin is measured: the twin runs in this JVM. */
  Processes plain() {
    return new Processes(Stage::ownCpu, rig.postgres()::cpuSeconds, rig.bank()::cpuSeconds);
  }

  private static double ownCpu() {
    return Cpu.of(ProcessHandle.current().pid());
  }

  /** Model of the processor, number of cores, memory. */
  static String machine() {
    return Runtime.getRuntime().availableProcessors() + " cores, Java " + System.getProperty("java.version") + ", "
        + ManagementFactory.getOperatingSystemMXBean().getName() + " " + System.getProperty("os.version");
  }

  @Override
  public void close() {
    rig.close();
    twin.close();
  }

}
