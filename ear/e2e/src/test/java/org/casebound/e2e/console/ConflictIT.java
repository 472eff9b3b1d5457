package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.casebound.e2e.Accessibility;
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
      assertThat(agent.page().locator("#conflict")).isVisible();
      Accessibility.expectNoViolation(agent.page());
      assertThat(agent.page().locator("#conflict-who")).containsText("lead");
      assertThat(side(agent, "Assignee")).hasText(new String[] {"agent", "lead"});
      assertThat(side(agent, "Comment")).hasText(new String[] {"A long and careful comment.", ""});
      agent.press("Enter");
      assertThat(agent.page().locator("#conflict")).isHidden();
      assertThat(agent.page().locator("#kept-text")).hasText("A long and careful comment.");
      assertThat(agent.page().locator(".sub .badge").first()).hasText("lead");
    }
  }

  @Test
  void mineAndTheirsAreShownFieldByFieldWhenAnotherWasFaster() {
    long item = filing.workItem(filing.checkedAddress("3 Conflict Close"));
    try (Person agent = Person.signedIn(server, "agent", ColorScheme.DARK, 1440, 900)) {
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.page().getByLabel("Comment").fill("Mine is this.");
      agent.page().getByLabel("Score").fill("3");
      agent.press("Tab", "Escape", "y");
      String address = "/api/v1/work-items/" + item;
      server.as("agent").post(address + "/delegate", Map.of("to", "lead")).expect(200);
      server.as("lead").post(address + "/complete", Map.of("outcome", "rejected", "comment", "Theirs is that.", "data", Map.of("score", 9))).expect(200);
      agent.button("Reject").click();
      assertThat(agent.page().locator("#conflict-who")).containsText("lead");
      assertThat(agent.page().locator("#conflict-who time")).isVisible();
      assertThat(side(agent, "Score")).hasText(new String[] {"3", "9"});
      assertThat(side(agent, "Comment")).hasText(new String[] {"Mine is this.", "Theirs is that."});
      assertThat(side(agent, "Compare")).hasText(new String[] {"Street", ""});
      Accessibility.expectNoViolation(agent.page());
      agent.expectNoComplaint();
    }
  }

  @Test
  void aChangeThatTakesNothingAwayLetsOneGoOn() {
    long item = filing.workItem(filing.checkedAddress("4 Conflict Close"));
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.page().getByLabel("Comment").fill("Still mine.");
      server.as("lead").post("/api/v1/work-items/" + item + "/priority", Map.of("priority", "HIGH")).expect(200);
      agent.button("Reject").click();
      assertThat(side(agent, "Priority")).hasText(new String[] {"Medium", "High"});
      agent.button("Go on with mine").click();
      assertThat(agent.page().getByLabel("Comment")).hasValue("Still mine.");
      agent.button("Reject").click();
      assertThat(agent.notice()).containsText("is done: Reject");
    }
  }

  private static Locator side(Person person, String label) {
    return person.page().locator("#conflict tbody tr").filter(new Locator.FilterOptions().setHasText(label)).locator("td");
  }

  @Test
  void aSecondSubmitOfTheSamePageHasNoSecondEffect() {
    String number = filing.addressUpdate("Submitted twice", "2 Echo Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + filing.workItem(number));
      agent.button("Claim").click();
      agent.button("Approve").click();
      assertThat(agent.notice()).containsText("is done: Approve");
      agent.goBack();
      agent.page().reload();
      assertThat(agent.page().locator(".sub .badge").first()).hasText("Completed");
      assertThat(agent.button("Approve")).isHidden();
    }
  }
}
