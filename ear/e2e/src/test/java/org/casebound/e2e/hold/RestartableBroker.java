package org.casebound.e2e.hold;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis of one test's own in a process of its own, which can be killed under its users and comes back with its messages. Not thread-safe. */
final class RestartableBroker implements AutoCloseable {
  static final String REQUESTS = "CoreRequests";
  static final String REPLIES = "CaseboundReplies";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final int port;
  private Process process;

  RestartableBroker() {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
      folder = Files.createTempDirectory("casebound-broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = start();
  }

  private Process start() {
    try {
      Process started = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m",
              "-cp", System.getProperty("java.class.path"), RestartableBroker.class.getName(), Integer.toString(port), folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
          .start();
      await("the broker to listen").atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(this::listens);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("The broker did not start.", e);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(HOST, port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** Where clients connect to. */
  String address() {
    return "tcp://" + HOST + ":" + port;
  }

  /** Kills it hard in the middle of what it does, and starts it on the same journal. */
  void restart() {
    end();
    process = start();
  }

  private void end() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    end();
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** The broker's process: port and folder. It ends with the one that started it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    Configuration configuration = new ConfigurationImpl()
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .addAcceptorConfiguration("tcp", "tcp://" + HOST + ":" + arguments[0]);
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ().setConfiguration(configuration);
    broker.start();
    broker.getActiveMQServer().getAddressSettingsRepository()
        .addMatch("#", new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(200));
    for (String queue : List.of(REQUESTS, REPLIES)) {
      broker.getActiveMQServer().createQueue(
          QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST).setDurable(true), true);
    }
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
  }
}
