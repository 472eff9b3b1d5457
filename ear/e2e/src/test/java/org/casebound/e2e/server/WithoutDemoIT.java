package org.casebound.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.junit.jupiter.api.Test;

/** Without the demo there is no user, and the log says how to add one. */
class WithoutDemoIT {
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
