package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process without a flow is worked by hand. */
@ExtendWith(ServerLogOnFailure.class)
class ManualCaseIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void isTakenFromItsQueueAndClosedWithResolutionAndReason() {
    String number = filing.feeInquiry("Fee on my card", "Why 12.50?");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/cases?queue=front_office&status=NEW");
      agent.row(number).getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
      assertThat(agent.heading()).hasText("Fee on my card");
      agent.button("Take").click();
      assertThat(agent.notice()).hasText("Case " + number + " is yours.");

      agent.button("Close the case").click();
      assertThat(agent.page().getByText("Choose a resolution.")).isVisible();
      assertThat(agent.page().getByText("Say why the case is closed.")).isVisible();
      assertThat(agent.page().getByLabel("Reason")).isFocused();

      agent.page().getByLabel("Fulfilled").check();
      agent.page().getByLabel("Reason").fill("Explained the fee by phone.");
      agent.button("Close the case").click();
      assertThat(agent.page().locator(".head .badge")).hasText("Closed: Fulfilled");
      assertThat(agent.page().locator("main")).containsText("Explained the fee by phone.");
      agent.open("/case/" + number + "?lang=de");
      assertThat(agent.page().locator("#case-timeline")).containsText("übernommen");
      assertThat(agent.page().locator("#case-timeline")).containsText("Explained the fee by phone.");
      agent.expectNoComplaint();
    }
  }

  @Test
  void isGivenBack() {
    String number = filing.feeInquiry("Fee to give back", "Which fee?");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      agent.press("c");
      assertThat(agent.notice()).containsText("is yours");
      agent.open("/cases?view=mine");
      assertThat(agent.row(number)).isVisible();
      agent.open("/case/" + number);
      agent.press("r");
      assertThat(agent.notice()).containsText("is back in its queue");
      assertThat(agent.button("Take")).isVisible();
    }
  }

  @Test
  void ofTwoWhoTakeItTheSecondIsTold() {
    String number = filing.feeInquiry("Fee for two", "Who is first?");
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/case/" + number);
      lead.open("/case/" + number);
      lead.button("Take").click();
      assertThat(lead.notice()).containsText("is yours");
      agent.button("Take").click();
      assertThat(agent.page().locator(".notices .bad")).isVisible();
      assertThat(agent.page().locator("main")).containsText("lead");
    }
  }
}
