package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people, one work item: one wins, the other is told politely and loses nothing that he typed. */
@ExtendWith(ServerLogOnFailure.class)
class ConflictIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void theSecondToClaimIsToldWhoWasFirst() {
    long item = filing.workItem(filing.addressUpdate("Wanted by two", "2 Race Course"));
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/work/" + item);
      lead.open("/work/" + item);
      lead.button("Claim").click();
      assertThat(lead.notice()).hasText("The work item is yours.");
      agent.button("Claim").click();
      assertThat(agent.page().locator(".notices .bad")).containsText("lead");
      assertThat(agent.page().locator(".sub .badge").first()).hasText("lead");
      assertThat(agent.button("Claim")).isHidden();
    }
  }

  @Test
  void whatWasTypedOnAStalePageIsKept() {
    long item = filing.workItem(filing.addressUpdate("Open in two windows", "2 Window Walk"));
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.page().getByLabel("Comment").fill("A long and careful comment.");
      Page other = agent.context().newPage();
      other.navigate("/work/" + item);
      other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Release").setExact(true)).click();
      assertThat(other.locator(".notices .good")).isVisible();
      lead.open("/work/" + item);
      lead.button("Claim").click();
      assertThat(lead.notice()).hasText("The work item is yours.");

      agent.button("Approve").click();
      assertThat(agent.page().locator(".notices .bad")).isVisible();
      assertThat(agent.page().locator("main")).containsText("A long and careful comment.");
      assertThat(agent.page().locator(".sub .badge").first()).hasText("lead");
    }
  }

  @Test
  void aSecondSubmitOfTheSamePageHasNoSecondEffect() {
    String number = filing.addressUpdate("Submitted twice", "2 Echo Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + filing.workItem(number));
      agent.button("Claim").click();
      agent.button("Approve").click();
      assertThat(agent.notice()).containsText("is done: Approve");
      agent.page().goBack();
      agent.page().reload();
      assertThat(agent.page().locator(".sub .badge").first()).hasText("Completed");
      assertThat(agent.button("Approve")).isHidden();
    }
  }
}
