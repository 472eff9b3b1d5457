package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job of each role without a mouse: nothing but Tab, Enter and letters. That of agents is in {@link AddressProofIT}. */
@ExtendWith(ServerLogOnFailure.class)
class KeyboardWalksIT {
  /** So many stops has no way from one field or button of a page to the next one that matters. */
  private static final int MOST_TABS = 90;

  private static final double LONG_MILLIS = 60_000;

  private final CaseboundServer server = SharedServer.any();

  @Test
  void aRequesterFilesARequestAndFollowsIt() {
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/requests");
      enter(requester, page.locator(".service a[href$='/request/Block_Credit_Card']"));
      assertThat(page).hasURL(Pattern.compile("/request/Block_Credit_Card"));
      type(requester, page.getByLabel("Card number"), "4000111122223333");
      type(requester, page.getByLabel("reason"), "Stolen");
      enter(requester, requester.button("Check the request"));
      assertThat(page.locator("main")).containsText("4000111122223333");
      enter(requester, requester.button("File the request"));
      assertThat(page.locator("#filed")).isFocused();
      assertThat(page.locator("#where")).hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(LONG_MILLIS));
      requester.expectNoComplaint();
    }
  }

  @Test
  void anOperatorFindsWhatStoppedAndTriesItAgain() {
    Stops stops = new Stops(server);
    String number = stops.file(1).get(0);
    try (Person operator = Person.signedIn(server, "operator")) {
      Page page = operator.page();
      operator.open("/ops/incidents?code=CARD_UNKNOWN");
      enter(operator, operator.row(number).locator("a"));
      assertThat(page.locator("#became")).containsText("Waits for a decision");
      type(operator, page.getByLabel("Reason"), "Asked the bank.");
      enter(operator, operator.button("Retry"));
      assertThat(operator.notice()).hasText("The step is queued again; this page shows what becomes of it.");
      operator.expectNoComplaint();
    } finally {
      stops.clear();
    }
  }

  @Test
  void anOwnerMakesAProcessOfATemplateAndPublishesIt() {
    try (Person owner = Person.signedIn(server, "owner")) {
      Page page = owner.page();
      owner.open("/templates/fee-reversal");
      type(owner, page.getByLabel("API name"), "Keyed_" + UUID.randomUUID().toString().substring(0, 8));
      enter(owner, owner.button("Begin with this template"));
      assertThat(page.locator("#next")).containsText("Play its scenarios");
      enter(owner, page.locator("#next button"));
      assertThat(page.locator("#next")).containsText("Publish it, so that it can be requested.");
      enter(owner, page.locator("#next button"));
      assertThat(owner.notice()).hasText("The process is published; it can be requested now.");
      owner.expectNoComplaint();
    }
  }

  @Test
  void aLeadGivesWorkToAPerson() {
    Filing filing = new Filing(server);
    String number = filing.addressUpdate("Given by keys", "1 Keyboard Close");
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.open("/inbox?q=given+keys");
      lead.press("j", "a");
      lead.page().keyboard().type("agent");
      lead.press("Enter");
      assertThat(lead.row(number)).containsText("agent");
      lead.expectNoComplaint();
    }
    server.as("agent").post("/api/v1/work-items/" + filing.workItem(number) + "/release", "").expect(200);
  }

  private static void enter(Person person, Locator target) {
    tabTo(person, target);
    person.press("Enter");
  }

  /** What stands in the field is replaced; a list of choices goes to the one that begins so. */
  private static void type(Person person, Locator field, String text) {
    tabTo(person, field);
    if (field.evaluate("field => field.localName !== 'select'").equals(true)) {
      person.press("Control+a");
    }
    person.page().keyboard().type(text);
  }

  private static void tabTo(Person person, Locator target) {
    person.page().waitForLoadState();
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      if (target.first().evaluate("target => target === document.activeElement").equals(true)) {
        return;
      }
      person.page().keyboard().press("Tab");
    }
    throw new AssertionError("Not reached by Tab: " + target);
  }
}
