package org.casebound.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jspecify.annotations.Nullable;

/**
 * A real WildFly with the packaged EAR and the demo bank, as a child process with its own base directory, ports, node name and
 * database. It can be killed hard at any moment and started again on the same state. Not thread-safe.
 *
 * <p>Expensive (10-20 s to start): share one with {@link SharedServer}, unless the test kills it.
 */
public final class CaseboundServer implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(Settings.number("casebound.e2e.start.seconds", 180));
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int TAIL = 80;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final Database database;
  private final String databaseName;
  private final Map<String, String> databaseProperties;
  private final BaseDirectory base;
  private final int offset;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private String configuration = "casebound-demo.xml";
  private boolean keepsChanges;
  private @Nullable ServerProcess process;

  private CaseboundServer(Database database, @Nullable CaseboundServer neighbour) {
    this.database = database;
    this.name = database.name().toLowerCase(java.util.Locale.ROOT) + "_" + Fork.NUMBER + "_" + COUNT.incrementAndGet();
    this.databaseName = neighbour == null ? "casebound_" + name : neighbour.databaseName;
    this.offset = Ports.freeOffset();
    this.base = BaseDirectory.fromTemplate(name);
    properties.put("jboss.server.base.dir", base.path().toString());
    properties.put("jboss.node.name", name);
    properties.put("jboss.tx.node.id", name);
    properties.put("jboss.socket.binding.port-offset", Integer.toString(offset));
    properties.put("casebound.http.port", Integer.toString(Ports.HTTP + offset));
    properties.put("casebound.stop-with-parent", "true");
    this.databaseProperties = neighbour == null ? database.freshDatabase(databaseName) : neighbour.databaseProperties;
    properties.putAll(databaseProperties);
  }

  /** A new server on a new, empty database, not yet started. */
  public static CaseboundServer on(Database database) {
    return new CaseboundServer(database, null);
  }

  /** A new server on the PostgreSQL database of another one, not yet started: a second node. */
  public static CaseboundServer beside(CaseboundServer neighbour) {
    return new CaseboundServer(neighbour.database, neighbour);
  }

  /** Sets a system property for the next start. */
  public CaseboundServer with(String property, String value) {
    properties.put(property, value);
    return this;
  }

  /** Uses the product's configuration: no demo user, no demo bank. */
  public CaseboundServer withoutDemo() {
    configuration = "casebound.xml";
    return this;
  }

  /** What an operator changes while the server runs is there after a reload, and at the next start. */
  public CaseboundServer keepingChanges() {
    keepsChanges = true;
    return this;
  }

  /**
   * Starts the server and waits until the console answers.
   *
   * @throws IllegalStateException with the end of the log when the server did not become ready
   */
  public CaseboundServer start() {
    if (running()) {
      throw new IllegalStateException("Server " + name + " is running already");
    }
    base.truncateLog();
    process = new ServerProcess(name, new ServerCommand(base, configuration, keepsChanges, properties).start());
    new Readiness(this, START).await();
    return this;
  }

  /** Ends the process at once, with SIGKILL: nothing is flushed, nothing is handed back. */
  public void kill() {
    end(Duration.ZERO);
  }

  /** Stops the process where it is, with SIGSTOP: it keeps its connections and locks, and does not know that time passes. */
  public void freeze() {
    live().freeze();
  }

  /** Lets a frozen process go on where it was. */
  public void thaw() {
    live().thaw();
  }

  /** Processor time that the process has used since its start. */
  public Duration processorTime() {
    return live().processorTime();
  }

  private ServerProcess live() {
    return Objects.requireNonNull(process, () -> "Server " + name + " is not running");
  }

  /** Ends the process in good order, by force after 30 s. */
  public void stop() {
    end(STOP);
  }

  private void end(Duration patience) {
    if (process != null) {
      process.end(patience);
      process = null;
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Whether the process lives. */
  public boolean running() {
    return process != null && process.alive();
  }

  /** Name of the node, unique in this run. */
  public String name() {
    return name;
  }

  /** The kind of database below. */
  public Database database() {
    return database;
  }

  /** Name of the server's PostgreSQL database, for {@link EmbeddedPostgresDatabase#connect}. */
  public String databaseName() {
    return databaseName;
  }

  /** Root of console and API, without a slash at the end. */
  public URI address() {
    return URI.create("http://localhost:" + (Ports.HTTP + offset));
  }

  /** Where the server listens for acknowledgements of the demo bank. */
  public URI acknowledgementAddress() {
    return URI.create("http://localhost:" + (Ports.ACKNOWLEDGEMENTS + offset) + "/acknowledgements/core-banking");
  }

  /** Root of health, metrics and management, without a slash at the end. */
  public URI managementAddress() {
    return URI.create("http://localhost:" + (Ports.MANAGEMENT + offset));
  }

  /** Takes no new request until {@link #resume}; as an operator does before a maintenance. */
  public void suspend() {
    manage("suspend");
  }

  /** Takes requests again. */
  public void resume() {
    manage("resume");
  }

  private void manage(String operation) {
    try (ModelControllerClient client = ModelControllerClient.Factory.create("localhost", Ports.MANAGEMENT + offset)) {
      ModelNode answer = client.execute(Operations.createOperation(operation));
      if (!Operations.isSuccessfulOutcome(answer)) {
        throw new IllegalStateException(operation + " of server " + name + ": " + Operations.getFailureDescription(answer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client with a demo user's name and password. */
  public Api as(String user) {
    return Api.of(address()).as(user, user + "-demo");
  }

  /** A client without any credentials. */
  public Api anonymous() {
    return Api.of(address());
  }

  /** The demo bank's own interface, e.g. {@code get("/ledger")}. */
  public Api bank() {
    return Api.of(URI.create(address() + "/demo-bank"));
  }

  /**
   * Value of a metric of the management port's {@code /prom}, summed over its labels.
   *
   * @param metric full name, e.g. {@code datasources_pool_in_use_count}
   * @throws AssertionError when there is no such metric
   */
  public double metric(String metric) {
    String text = Api.of(managementAddress()).get("/prom").expect(200).body();
    Matcher line = Pattern.compile("(?m)^" + Pattern.quote(metric) + "(?:\\{[^}]*})? (\\S+)$").matcher(text);
    return line.results()
        .map(hit -> Double.valueOf(hit.group(1)))
        .reduce(Double::sum)
        .orElseThrow(() -> new AssertionError("No metric " + metric + " in " + managementAddress() + "/prom"));
  }

  /**
   * Transactions committed since the start, whoever began them (the poller, too). Counted only by a server that was started with the
   * property {@code wildfly.transactions.statistics-enabled=true}, as the shared ones are.
   */
  public long committedTransactions() {
    return (long) metric("transactions_number_of_committed_transactions_total");
  }

  /** Base directory: configuration, data and log. */
  public Path baseDirectory() {
    return base.path();
  }

  /** The whole log of the current (or last) start. */
  public String log() {
    try {
      return base.log();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines of the log, with a heading, for messages of failure. */
  public String logTail() {
    String[] lines = log().split("\n");
    int from = Math.max(0, lines.length - TAIL);
    return "--- end of the log of server " + name + " ---\n" + String.join("\n", java.util.Arrays.asList(lines).subList(from, lines.length));
  }

  @Override
  public String toString() {
    return name;
  }
}
