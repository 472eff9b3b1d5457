package org.casebound.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A flight recording of another JVM, by jcmd with the settings "profile" (a sample each 10 ms per thread). */
public record JfrRecording(long pid, Path file) {

  /** Stacks in the container are deeper than the recorder keeps by itself. */
  public void start() {
    command("JFR.configure", "stackdepth=400");
    command("JFR.start", "name=bench", "settings=profile", "filename=" + file);
  }

  /** Ends it; the file is complete when this returns. */
  public void stop() {
    command("JFR.stop", "name=bench");
  }

  private void command(String... arguments) {
    String[] command = new String[arguments.length + 2];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    command[1] = Long.toString(pid);
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("jcmd needs a JDK, not only a runtime", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
