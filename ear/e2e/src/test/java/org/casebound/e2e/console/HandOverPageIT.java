package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person gives his work to another one in the console. */
@ExtendWith(ServerLogOnFailure.class)
class HandOverPageIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void aColleagueDoesItOnBehalfOfWhoHadIt() {
    long item = filing.workItem(filing.addressUpdate("Done by another", "3 Relay Road"));
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.page().getByText("Give it to another person").click();
      agent.page().getByLabel("User name").fill("lead");
      agent.page().getByLabel("Reason").fill("Back on Monday.");
      agent.button("Delegate").click();
      assertThat(agent.notice()).containsText("on your behalf");

      lead.open("/work/" + item);
      assertThat(lead.page().locator(".sub")).containsText("on behalf of agent");
      lead.button("Approve").click();
      assertThat(lead.notice()).containsText("is done: Approve");
      agent.expectNoComplaint();
      lead.expectNoComplaint();
    }
  }

  @Test
  void aRefusedHandOverSaysWhyAndKeepsWhatWasTyped() {
    long item = filing.workItem(filing.addressUpdate("Given to nobody", "4 Relay Road"));
    try (Person lead = Person.signedIn(server, "lead");
        Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      assertThat(agent.page().getByText("Give it to another person")).isHidden();

      lead.open("/work/" + item);
      lead.page().getByText("Give it to another person").click();
      lead.page().getByLabel("Reason").fill("Who knows the customer?");
      lead.button("Reassign").click();
      assertThat(lead.page().locator(".notices .bad")).containsText("WORK-009");
      lead.page().getByText("Give it to another person").click();
      assertThat(lead.page().getByLabel("Reason")).hasValue("Who knows the customer?");
      lead.page().getByLabel("User name").fill("agent");
      lead.button("Reassign").click();
      assertThat(lead.notice()).containsText("agent has");

      agent.open("/work/" + item);
      agent.button("Approve").click();
      assertThat(agent.notice()).containsText("is done: Approve");
    }
  }
}
