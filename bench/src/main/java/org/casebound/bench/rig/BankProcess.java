package org.casebound.bench.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.casebound.bench.bank.Bank;

/** The bank stub in a JVM of its own. */
public final class BankProcess implements AutoCloseable {
  private final Process process;
  private final String address;

  private BankProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param productAcknowledgements where the product takes acknowledgements
   * @param twinAcknowledgements where the twin takes them
   */
  public static BankProcess start(String productAcknowledgements, String twinAcknowledgements) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-Dhttp.maxConnections=64", "-Djava.net.preferIPv4Stack=true",
                "-cp", System.getProperty("java.class.path"),
                Bank.class.getName(), productAcknowledgements, twinAcknowledgements)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String address = out.readLine();
      if (address == null) {
        throw new IllegalStateException("The bank ended at once");
      }
      return new BankProcess(process, address);
    } catch (IOException e) {
      throw new UncheckedIOException("The bank did not start", e);
    }
  }

  /** Address without a slash at the end. */
  public String address() {
    return address;
  }

  public double cpuSeconds() {
    return Cpu.of(process.pid());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
