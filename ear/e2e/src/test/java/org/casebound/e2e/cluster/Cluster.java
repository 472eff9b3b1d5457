package org.casebound.e2e.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.flow.Bundles;

/**
 * Two nodes on one PostgreSQL database, and a bank on a third server, which goes on whatever happens to either node. The bank
 * acknowledges to the right node only. Not thread-safe.
 */
final class Cluster implements AutoCloseable {

  /** The shortest lease that the product takes. */
  static final Duration LEASE = Duration.ofSeconds(5);

  private final CaseboundServer left = CaseboundServer.on(Database.POSTGRESQL);
  private final CaseboundServer right = CaseboundServer.beside(left);
  private final CaseboundServer host = CaseboundServer.on(Database.H2);

  private Cluster() {
    host.with("casebound.demo-bank.acknowledgement-url", right.acknowledgementAddress().toString());
    for (CaseboundServer node : List.of(left, right)) {
      node.with("casebound.demo-bank.url", host.address() + "/demo-bank")
          .with("casebound.step.lease", LEASE.toString())
          .with("casebound.poll.interval", "PT0.5S")
          // The bank of these tests fails long enough to open the circuit, which would park the retries that are looked at.
          .with("casebound.circuit.minimum-calls", "100");
    }
  }

  /** Starts all three at once, as after a power cut, on a database that is set up as docs/operations.md says for several nodes. */
  static Cluster start() {
    Cluster cluster = new Cluster();
    try {
      cluster.endSessionsThatSleepInATransaction();
      Stream.of(cluster.left, cluster.right, cluster.host).parallel().forEach(CaseboundServer::start);
      Bundles.publish(cluster.left, "patient");
    } catch (RuntimeException failure) {
      cluster.close();
      throw failure;
    }
    return cluster;
  }

  private void endSessionsThatSleepInATransaction() {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(left.databaseName());
        Statement statement = connection.createStatement()) {
      statement.execute("alter database " + left.databaseName() + " set idle_in_transaction_session_timeout = '5s'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Wakes a frozen node, starts a killed one, and lets the bank behave. */
  void restore() {
    bank().delete("/faults");
    for (CaseboundServer node : List.of(left, right)) {
      if (node.running()) {
        node.thaw();
      } else {
        node.start();
      }
    }
  }

  CaseboundServer left() {
    return left;
  }

  CaseboundServer right() {
    return right;
  }

  Api bank() {
    return host.bank();
  }

  /** Tells the bank how to misbehave. */
  void bankShall(Map<String, Object> faults) {
    bank().put("/faults", faults).expect(200);
  }

  /** What the database knows about the tries of calls. */
  Tries tries() {
    return new Tries(left.databaseName());
  }

  @Override
  public void close() {
    Stream.of(left, right, host).filter(CaseboundServer::running).forEach(CaseboundServer::kill);
  }
}
