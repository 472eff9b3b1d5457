package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The worked example: an agent verifies a proof of address, and the bank is told. */
@ExtendWith(ServerLogOnFailure.class)
class AddressProofIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void isApprovedByMouseWithTheDocumentBesideTheForm() {
    String number = filing.addressUpdate("Move by mouse", "14 Harbour Lane");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?queue=back_office&sort=newest");
      agent.row(number).locator(".c-priority").click();
      agent.page().locator("#preview").getByText("Claim").click();
      assertThat(agent.page().locator("#said")).containsText("is yours");
      agent.row(number).getByRole(AriaRole.LINK).click();
      assertThat(agent.heading()).hasText("Verify address proof");
      Locator sheet = agent.page().locator("canvas.sheet");
      assertThat(sheet).hasAttribute("aria-label", Pattern.compile("Page 1 of 1.*14 Harbour Lane.*"));
      assertThat(agent.page().locator(".asked")).containsText("14 Harbour Lane");
      assertThat(agent.page().locator(".decisions")).containsText("Calls \u201cCore banking: update address\u201d.");
      assertThat(agent.page().locator(".decisions")).containsText("The case is closed as rejected.");
      agent.button("Approve").click();
      assertThat(agent.notice()).containsText(number + " is done: Approve");
      expectClosed(agent, number, "Closed: Fulfilled");
      agent.expectNoComplaint();
    }
  }

  @Test
  void isApprovedByKeyboardOnly() {
    String number = filing.addressUpdate("Move by keyboard", "9 Keyboard Row");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.press("/");
      agent.page().keyboard().type(number);
      agent.press("Enter");
      assertThat(agent.heading()).hasText("Move by keyboard");
      agent.press("w");
      assertThat(agent.heading()).hasText("Verify address proof");
      agent.press("c");
      assertThat(agent.notice()).hasText("The work item is yours.");
      agent.press("1");
      assertThat(agent.notice()).containsText("is done: Approve");
      expectClosed(agent, number, "Closed: Fulfilled");
    }
  }

  @Test
  void isCheckedInSixKeyPressesWithoutAMouse() {
    String number = filing.addressUpdate("Six keys", "6 Key Street");
    List<Long> others = beforeAllOthers(filing.workItem(number));
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox");
      List<String> keys = List.of("n", "y", "y", "y", "y", "1");
      agent.press(keys.get(0));
      assertThat(agent.page().locator(".crumbs")).containsText(number);
      assertThat(agent.page().locator("input[name=tick]")).hasCount(4);
      for (String key : keys.subList(1, keys.size())) {
        agent.press(key);
      }
      assertThat(agent.notice()).containsText(number + " is done: Approve");
      expectClosed(agent, number, "Closed: Fulfilled");
      assertThat(agent.page().locator(".steps").first()).containsText("Ticked by agent: Street and number, Postal code and city, Country, The proof is not older than three months");
      agent.expectNoComplaint();
    } finally {
      others.forEach(item -> server.as("agent").post("/api/v1/work-items/" + item + "/release", ""));
    }
  }

  /** Whatever is more urgent, the agent has already; answers what that is. */
  private List<Long> beforeAllOthers(long item) {
    server.as("lead").post("/api/v1/work-items/" + item + "/priority", Map.of("priority", "CRITICAL")).expect(200);
    List<Long> others = new ArrayList<>();
    long next = next();
    while (next != item) {
      others.add(next);
      next = next();
    }
    server.as("agent").post("/api/v1/work-items/" + item + "/release", "").expect(200);
    return others;
  }

  private long next() {
    return server.as("agent").post("/api/v1/work-items/next", "").expect(200).json().get("id").asLong();
  }

  @Test
  void isWalkedThroughInTheInboxWithJAndK() {
    filing.addressUpdate("Walk one", "1 Walk Way");
    filing.addressUpdate("Walk two", "2 Walk Way");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox");
      agent.press("j", "j", "k");
      Locator current = agent.page().locator("tr.current");
      assertThat(current).hasCount(1);
      String subject = current.locator(".rowlink").innerText();
      assertThat(current.locator(".rowlink")).isFocused();
      agent.press("Enter");
      assertThat(agent.page().locator(".sub")).containsText(subject);
    }
  }

  @Test
  void isRejectedOnlyWithAReason() {
    String number = filing.addressUpdate("Move with a bad proof", "3 Wrong Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + filing.workItem(number));
      agent.button("Claim").click();
      agent.button("Reject").click();
      assertThat(agent.page().locator("[role=alert]").filter(new Locator.FilterOptions().setHasText("needs a comment"))).isVisible();
      Locator comment = agent.page().getByLabel("Comment");
      assertThat(comment).isFocused();
      assertThat(comment).hasAttribute("aria-invalid", "true");
      comment.fill("The proof names another street.");
      agent.button("Reject").click();
      assertThat(agent.notice()).containsText("is done: Reject");
      expectClosed(agent, number, "Closed: Rejected");
      assertThat(agent.page().locator("main")).containsText("The proof names another street.");
    }
  }

  @Test
  void getNextClaimsAnItemAndReleaseGivesItBack() {
    filing.addressUpdate("Next please", "5 Next Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox");
      agent.press("n");
      assertThat(agent.page()).hasURL(Pattern.compile("/work/\\d+$"));
      assertThat(agent.page().locator(".sub .badge").first()).hasText("Yours");
      agent.press("r");
      assertThat(agent.notice()).containsText("is back in its queue");
    }
  }

  private static void expectClosed(Person person, String number, String status) {
    person.open("/case/" + number);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              person.page().reload();
              org.assertj.core.api.Assertions.assertThat(person.page().locator(".head .badge").innerText().strip()).isEqualTo(status);
            });
  }
}
