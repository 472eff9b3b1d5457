package org.casebound.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** The configured server starts with the EAR and the demo bank on each database. */
@OnEachDatabase
class ServerIT {

  private final CaseboundServer server;

  ServerIT(Database database) {
    server = SharedServer.on(database);
  }

  @Test
  void isReady() {
    assertThat(server.bank().get("/ledger").status()).isEqualTo(200);
  }

  @Test
  void startsWithoutAnyErrorInItsLog() {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(server.log()).contains("WFLYSRV0025"));
    // What comes after the start is the other tests': the server logs each refused caller as an error.
    assertThat(server.log().substring(0, server.log().indexOf("WFLYSRV0025"))).doesNotContain(" ERROR ");
  }

  @Test
  void offersMetricsOnTheManagementPortOnly() {
    assertThat(server.committedTransactions()).isPositive();
    assertThat(server.anonymous().get("/prom").body()).doesNotContain("transactions_number");
  }

  @Test
  void keepsTheEmbeddedDatabaseInItsDataDirectory() {
    boolean file = Files.exists(server.baseDirectory().resolve("data/casebound.mv.db"));
    assertThat(file).isEqualTo(server.database() == Database.H2);
  }

  @Test
  void greetsOnceTheConsoleAnswers() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(server.log()).contains("CBD19002", server.address() + "/api/v1/service-requests"));
  }
}
