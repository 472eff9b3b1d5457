package org.casebound.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.junit.jupiter.api.Test;

/** An operator may suspend a server and resume it: what looks for due work goes on. */
class SuspendIT {

  private static final Duration LONGER_THAN_A_POLL = Duration.ofSeconds(4);

  @Test
  void looksForDueWorkAfterItWasSuspended() {
    try (CaseboundServer server = CaseboundServer.on(Database.H2).with("wildfly.transactions.statistics-enabled", "true")) {
      server.start().suspend();
      long suspended = server.committedTransactions();
      // A look that had just begun, and a sign that the node lives, which comes every six seconds; looks would be four and more.
      Awaitility.await().during(LONGER_THAN_A_POLL).atMost(Duration.ofSeconds(20)).until(() -> server.committedTransactions() <= suspended + 2);

      server.resume();

      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> server.committedTransactions() > suspended + 3);
      assertThat(server.log()).doesNotContain("WFLYEE0110");
    }
  }
}
