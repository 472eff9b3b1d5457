package org.casebound.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.junit.jupiter.api.Test;

/** However a server ended, the next start works; without the demo there is no user, and the log says how to add one. */
class RestartIT {

  @Test
  void startsAgainAfterItWasKilled() {
    try (CaseboundServer server = CaseboundServer.on(Database.H2)) {
      server.start().kill();

      server.start();

      assertThat(server.bank().get("/ledger").status()).isEqualTo(200);
    }
  }

  @Test
  void startsWithoutAnyUserWhenTheDemoIsAbsent() {
    try (CaseboundServer server = CaseboundServer.on(Database.H2).withoutDemo()) {
      server.start();

      assertThat(server.log()).contains("CBD19001").contains("add-user.sh");
      assertThat(server.as("requester").get("/api/v1/cases").status()).isEqualTo(401);
      assertThat(server.log()).doesNotContain("demo-backoffice.war");
    }
  }
}
