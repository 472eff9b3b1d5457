package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds nothing on any page, light and dark, at a desk and on a phone, and nothing sticks out sideways. */
@ExtendWith(ServerLogOnFailure.class)
class ConsoleAccessibilityIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 1440, 900", "LIGHT, 390, 844", "DARK, 390, 844", "LIGHT, 320, 640"})
  void everyPageIsFreeOfViolations(ColorScheme scheme, int width, int height) {
    String address = filing.addressUpdate("Accessible move", "6 Ramp Road");
    String fee = filing.feeInquiry("Accessible fee", "Can all read this?");
    long item = filing.workItem(address);
    try (Person agent = Person.signedIn(server, "agent", scheme, width, height)) {
      check(agent, "/inbox");
      check(agent, "/inbox?view=done&queue=card_services");
      check(agent, "/cases");
      check(agent, "/cases?view=mine&status=ESCALATED");
      check(agent, "/case/" + address);
      check(agent, "/case/" + fee);
      agent.button("Take").click();
      agent.button("Close the case").click();
      check(agent);
      check(agent, "/preview?id=" + item);
      check(agent, "/work/" + item);
      agent.button("Claim").click();
      agent.press("?");
      check(agent);
      agent.press("Escape", "e");
      check(agent);
      agent.press("Escape");
      withLargeText(agent, width);
      agent.button("Reject").click();
      check(agent);
      agent.page().getByLabel("Comment").fill("Not readable.");
      agent.button("Reject").click();
      check(agent);
      check(agent, "/work/" + item);
      check(agent, "/notifications?view=all");
      check(agent, "/search?q=accessible");
      check(agent, "/search?q=nosuchword");
      check(agent, "/nowhere");
      agent.page().getByTitle("Sign out").click();
      check(agent);
      agent.signIn("agent", "wrong");
      check(agent);
      agent.expectNoComplaint();
    }
  }

  @Test
  void theFirstTabStopSkipsToTheContent() {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/cases");
      agent.press("Tab", "Enter");
      assertThat(agent.page().evaluate("() => document.activeElement.id")).isEqualTo("main");
    }
  }

  /** Twice the size of all text: nothing sticks out. */
  private static void withLargeText(Person person, int width) {
    if (width > 1000) {
      person
          .page()
          .evaluate(
              "() => { const sizes = [...document.querySelectorAll('body, body *')].map(e => [e, parseFloat(getComputedStyle(e).fontSize)]);"
                  + " sizes.forEach(([e, size]) => { e.style.fontSize = `${size * 2}px`; }); }");
      check(person);
      person.page().reload();
    }
  }

  private static void check(Person person, String address) {
    person.open(address);
    check(person);
  }

  private static void check(Person person) {
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }
}
