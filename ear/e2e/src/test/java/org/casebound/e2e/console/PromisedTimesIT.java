package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Complaints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The case page shows what is promised, pauses it, and reopens a closed case. */
@ExtendWith(ServerLogOnFailure.class)
class PromisedTimesIT {
  private final CaseboundServer server = SharedServer.any();
  private final Complaints complaints = new Complaints(server);

  @Test
  void arePausedWithAReasonAndRunAgain() {
    String number = complaints.file(Map.of("answered", true)).number();
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      assertThat(agent.page().locator("main")).containsText("Resolution");
      agent.button("Pause").click();
      assertThat(agent.page().getByText("Say what the case waits for.")).isVisible();
      agent.page().getByLabel("What the case waits for").fill("waiting for customer");
      agent.button("Pause").click();
      assertThat(agent.notice()).hasText("The promised times of case " + number + " stand still.");
      assertThat(agent.page().locator("main")).containsText("paused: waiting for customer");
      agent.button("Let them run again").click();
      assertThat(agent.page().locator("main")).containsText("min left");
      agent.expectNoComplaint();
    }
  }

  @Test
  void aClosedCaseIsReopenedWithAReason() {
    Complaints.Filed complaint = complaints.file(Map.of());
    complaints.close(complaint);
    try (Person agent = Person.signedIn(server, "agent");
        Person requester = Person.signedIn(server, "requester")) {
      requester.open("/case/" + complaint.number());
      assertThat(requester.button("Reopen the case")).hasCount(0);
      agent.open("/case/" + complaint.number());
      agent.button("Reopen the case").click();
      assertThat(agent.page().getByText("Say why the case is reopened.")).isVisible();
      agent.page().getByLabel("Reason").fill("The customer asks again.");
      agent.button("Reopen the case").click();
      assertThat(agent.notice()).hasText("Case " + complaint.number() + " is open again.");
      assertThat(agent.page().locator(".head .badge")).hasText("In progress");
      assertThat(agent.page().locator("main")).containsText("The customer asks again.");
      agent.expectNoComplaint();
    }
  }
}
