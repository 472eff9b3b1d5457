package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the documentation: {@code mvn verify -Dit.test=PicturesIT -Dcasebound.screenshots=true}. */
@EnabledIfSystemProperty(named = "casebound.screenshots", matches = "true")
class PicturesIT {

  @Test
  void areTakenOfTheMainPages() {
    try (CaseboundServer server = CaseboundServer.on(Database.H2).start()) {
      Filing filing = new Filing(server);
      filing.feeInquiry("Fee for a replacement card", "I did not order a second card.");
      filing.addressUpdate("Move to Lindenweg 7", "Lindenweg 7");
      filing.addressUpdate("Move to 22 rue des Lilas", "22 rue des Lilas");
      String address = filing.addressUpdate("Move to 14 Harbour Lane", "14 Harbour Lane");
      filing.addressUpdate("Move to 118 Old Mill Road", "118 Old Mill Road");
      String fee = filing.feeInquiry("Charge on my statement", "What is this charge of 12.50?");
      long item = filing.workItem(address);
      server.as("lead").post("/api/v1/work-items/" + (item - 1) + "/claim", "{}");
      try (Person agent = Person.signedIn(server, "agent")) {
        agent.open("/work/" + item);
        agent.button("Claim").click();
        takeInbox(agent);
        agent.open("/work/" + item);
        assertThat(agent.page().locator("canvas.sheet")).isVisible();
        take(agent, "work-item");
        agent.open("/case/" + fee);
        agent.button("Take").click();
        take(agent, "case-by-hand");
      }
      takeWork(server, filing);
      try (Person agent = Person.signedIn(server, "agent", ColorScheme.DARK, 1440, 900)) {
        agent.open("/work/" + item);
        assertThat(agent.page().locator("canvas.sheet")).isVisible();
        take(agent, "work-item-dark");
        agent.button("Approve").click();
        await().atMost(Duration.ofSeconds(30)).until(() -> filing.status(address).equals("CLOSED"));
      }
      try (Person agent = Person.signedIn(server, "agent")) {
        agent.open("/case/" + address);
        take(agent, "case");
      }
      try (Person agent = Person.signedIn(server, "agent", ColorScheme.DARK, 390, 700)) {
        agent.open("/inbox");
        take(agent, "inbox-phone");
      }
      try (Person stranger = Person.stranger(server)) {
        stranger.page().setViewportSize(1440, 900);
        stranger.open("/");
        take(stranger, "login");
      }
    }
  }

  /** An item with everything on its page, on a phone, and after another person was faster. */
  private static void takeWork(CaseboundServer server, Filing filing) {
    String[] proof = {"Severn Water and Energy", "Bill for October, 4 November 2026", "", "Example Customer", "22 Mill Lane", "BS1 4SB Bristol", "United Kingdom"};
    long item = filing.workItem(filing.checkedAddress("22 Mill Lane", proof));
    try (Person lead = Person.signedIn(server, "lead");
        Person agent = Person.signedIn(server, "agent")) {
      lead.open("/work/" + item);
      lead.page().getByLabel("Write to colleagues").fill("The customer called twice today.");
      lead.button("Send").click();
      agent.open("/work/" + item);
      agent.button("Claim").click();
      agent.press("y");
      assertThat(agent.page().locator("canvas.sheet")).isVisible();
      assertThat(agent.page().locator("#present")).containsText("lead");
      agent.page().getByLabel("Comment").fill("The proof names another house number.");
      take(agent, "work-item-checks");
      agent.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "work-item-full.png")));
      try (Person phone = Person.signedIn(server, "agent", ColorScheme.DARK, 390, 844)) {
        phone.open("/work/" + item);
        phone.page().locator(".checks").scrollIntoViewIfNeeded();
        take(phone, "work-item-phone");
        phone.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "work-item-phone-full.png")));
      }
      server.as("agent").post("/api/v1/work-items/" + item + "/delegate", Map.of("to", "lead")).expect(200);
      server.as("lead").post("/api/v1/work-items/" + item + "/complete", Map.of("outcome", "rejected", "comment", "The bill is of another person.")).expect(200);
      agent.button("Reject").click();
      assertThat(agent.page().locator("#conflict")).isVisible();
      take(agent, "work-item-conflict");
    }
  }

  private static void takeInbox(Person agent) {
    agent.open("/inbox");
    agent.press("j");
    com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(agent.page().locator("#preview .facts").first()).isVisible();
    take(agent, "inbox");
    agent.press("x", "j", "x");
    com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(agent.page().locator("#chosen")).hasText("2 selected");
    take(agent, "inbox-bulk");
  }

  private static void take(Person person, String name) {
    Path folder = Path.of(System.getProperty("casebound.root"), "docs", "images");
    person.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }
}
