package org.casebound.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casebound.bench.http.Answer;
import org.casebound.bench.http.Caller;

/** The configured server with the EAR, as an operator would start it: all compilers, no statistics, the demo's users. */
public final class WildFly implements AutoCloseable {
  static final int HTTP = 8080;
  static final int MANAGEMENT = 9990;
  static final int ACKNOWLEDGEMENTS = 8090;

  /** Options of the server's JVM; docs/operations.md names no others. */
  public static final List<String> JVM =
      List.of("-Xms1g", "-Xmx1g", "-XX:MaxMetaspaceSize=512m", "-XX:+UseParallelGC");

  private static final int PATIENCE_SECONDS = 180;
  private static final String DEPLOYED = "\"casebound.ear\":\"OK\"";

  private final Process process;
  private final int offset;
  private final Path log;

  private WildFly(Process process, int offset, Path log) {
    this.process = process;
    this.offset = offset;
    this.log = log;
  }

  /** An offset for {@link #start} and {@link #acknowledgements}. */
  public static int freeOffset() {
    return PortOffset.free();
  }

  /** Where a server with this offset takes acknowledgements. */
  public static String acknowledgements(int offset) {
    return "http://localhost:" + (ACKNOWLEDGEMENTS + offset) + "/acknowledgements/core-banking";
  }

  /** Starts it on an empty database and waits until it serves. */
  public static WildFly start(int offset, Postgres postgres, BankProcess bank) {
    Path base = BaseDirectory.make(Layout.work().resolve("server"));
    Path log = base.resolve("console.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(ServerModules.OPENED);
    command.addAll(
        List.of(
            "-Djava.net.preferIPv4Stack=true",
            "-Djboss.home.dir=" + Layout.wildfly(),
            "-Djboss.server.base.dir=" + base,
            "-Djboss.socket.binding.port-offset=" + offset,
            "-Dcasebound.http.port=" + (HTTP + offset),
            "-Dcasebound.stop-with-parent=true",
            "-Dcasebound.demo-bank.url=" + bank.address(),
            "-Dcasebound.database.driver=postgresql",
            "-Dcasebound.database.url=" + postgres.url(),
            "-Dcasebound.database.user=" + Postgres.PRODUCT,
            "-Dcasebound.database.password=" + Postgres.PRODUCT,
            "-jar", Layout.wildfly().resolve("jboss-modules.jar").toString(),
            "-mp", Layout.wildfly().resolve("modules").toString(),
            "org.jboss.as.standalone", "--read-only-server-config=casebound-demo.xml"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      WildFly server = new WildFly(process, offset, log);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("WildFly did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while WildFly starts", e);
    }
  }

  private void awaitReady() throws InterruptedException {
    Caller management = Caller.of("http://localhost:" + (MANAGEMENT + offset));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      if (ready(management)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    close();
    throw new IllegalStateException("WildFly was not ready after " + PATIENCE_SECONDS + " s, or ended; see " + log);
  }

  private static boolean ready(Caller management) {
    try {
      Answer answer = management.call("GET", "/health/ready", "");
      return answer.status() == 200 && answer.body().contains(DEPLOYED);
    } catch (UncheckedIOException notYetListening) {
      return false;
    }
  }

  /** A caller of the API without credentials. */
  public Caller api() {
    return Caller.of("http://localhost:" + (HTTP + offset) + "/api/v1");
  }

  public long pid() {
    return process.pid();
  }

  public double cpuSeconds() {
    return Cpu.of(process.pid());
  }

  /** How often the product's own log lines say ERROR or WARN: a benchmark that fails half the time is fast. */
  public long complaints() {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("CBD") && (line.contains(" ERROR ") || line.contains(" WARN "))).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
