package org.casebound.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The operating system's side of a server under test: ending, stopping and measuring it. */
record ServerProcess(String name, Process process) {

  boolean alive() {
    return process.isAlive();
  }

  /** Ends the process: in good order if that takes no longer than {@code patience}, else with SIGKILL. */
  void end(Duration patience) {
    try {
      if (!patience.isZero() && alive()) {
        signal("CONT");
        process.destroy();
        process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server " + name + " ends", e);
    }
  }

  /** Stops the process where it is. It can not see any more that its parent is gone, so it ends with this JVM. */
  void freeze() {
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end " + name));
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String signal) {
    try {
      int answer = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start().waitFor();
      if (answer != 0) {
        throw new IllegalStateException("kill -" + signal + " of server " + name + " answered " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while server " + name + " gets a signal", e);
    }
  }

  Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }
}
