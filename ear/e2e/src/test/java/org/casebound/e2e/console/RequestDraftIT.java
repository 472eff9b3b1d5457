package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody has begun to ask for can be gone on with later, by nobody else; through a kill, too: {@link KilledServerIT}. */
@ExtendWith(ServerLogOnFailure.class)
class RequestDraftIT {
  private static final String CARD = "4000222233334444";

  private final CaseboundServer server = SharedServer.any();

  @Test
  void isGoneOnWithInAnotherBrowserByItsOwnerAloneAndGoneOnceFiled() {
    try (Person lead = Person.signedIn(server, "lead");
        Person again = Person.signedIn(server, "lead", ColorScheme.DARK, 390, 844);
        Person agent = Person.signedIn(server, "agent")) {
      lead.open("/request/Address_Update");
      lead.page().getByLabel("User name").fill("drafted-for");
      lead.page().getByLabel("Customer number").fill("not checked yet");
      lead.page().getByLabel("Street and number").fill("Half a str");
      lead.page().getByLabel("Country").selectOption("FR");
      lead.page().getByLabel("Proof of address").setInputFiles(new FilePayload("proof.pdf", "application/pdf", proof()));
      lead.button("Save and go on later").click();
      assertThat(lead.page()).hasURL(Pattern.compile("/requests\\b"));
      assertThat(lead.notice()).containsText("is saved");
      assertThat(begun(lead.page())).hasText(Pattern.compile("Update a customer's address.*saved"));
      check(lead, "requests-draft-1440");

      agent.open("/requests");
      assertThat(begun(agent.page())).hasCount(0);
      agent.open("/request/Address_Update");
      assertThat(agent.page().getByLabel("Street and number")).hasValue("");
      assertThat(agent.page().locator(".begun")).hasCount(0);

      again.open("/requests");
      check(again, "requests-draft-390");
      begun(again.page()).locator("a").click();
      assertThat(again.page().locator(".begun")).containsText("Files were not kept");
      assertThat(again.page().locator(".begun")).not().containsText("The service has changed");
      assertThat(again.page().getByLabel("User name")).hasValue("drafted-for");
      assertThat(again.page().getByLabel("Customer number")).hasValue("not checked yet");
      assertThat(again.page().getByLabel("Country")).hasValue("FR");
      check(again, "request-draft-390");
      again.page().getByLabel("Customer number").fill("C-4417");
      again.page().getByLabel("Street and number").fill("Half a street 7");
      again.page().getByLabel("Postal code").fill("75001");
      again.page().getByLabel("City").fill("Paris");
      again.page().getByLabel("Proof of address").setInputFiles(new FilePayload("proof.pdf", "application/pdf", proof()));
      again.button("Check the request").click();
      again.button("File the request").click();
      assertThat(again.page()).hasURL(Pattern.compile("/track/C-\\d+"));
      again.open("/requests");
      assertThat(begun(again.page())).hasCount(0);
      lead.expectNoComplaint();
      again.expectNoComplaint();
    }
  }

  @Test
  void isSavedGoneOnWithAndDiscardedWithoutScripts() {
    try (BrowserContext plain = Browser.shared().newContextWithoutScripts(server, 320, 640)) {
      Page page = plain.newPage();
      page.navigate("/request/Block_Credit_Card");
      page.getByLabel("User name").fill("requester");
      page.getByLabel("Password").fill("requester-demo");
      page.locator("button.primary").first().click();
      page.getByLabel("Card number").fill(CARD);
      press(page, "Save and go on later");
      begun(page).locator("a").click();
      assertThat(page.getByLabel("Card number")).hasValue(CARD);
      press(page, "Discard and begin anew");
      assertThat(page.getByLabel("Card number")).hasValue("");
      assertThat(page.locator(".begun")).hasCount(0);
      page.getByLabel("Card number").fill(CARD);
      press(page, "Save and go on later");
      press(page, "Discard");
      assertThat(page.locator(".begun")).hasCount(0);
    }
  }

  @Test
  void isOpenedAsFarAsTheFieldsOfTheNewVersionAreTheSame() {
    publish(1, "{ name: kept, type: Text }", "{ name: gone, type: Text }", "{ name: turned, type: Text }",
        "{ name: rows, type: ListOfMaps, min: 1, columns: [{ name: holder, type: Text }] }");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/request/Draft_Again");
      for (String field : List.of("kept", "gone", "turned", "holder")) {
        agent.page().getByLabel(field).fill("typed");
      }
      agent.button("Save and go on later").click();
      assertThat(begun(agent.page())).containsText("Draft again");
      publish(2, "{ name: turned, type: Checkbox }", "{ name: kept, type: Text }", "{ name: fresh, type: Text }",
          "{ name: rows, type: ListOfMaps, min: 1, columns: [{ name: bank, type: Text }, { name: holder, type: Text }] }");
      agent.open("/request/Draft_Again");
      assertThat(agent.page().locator(".begun")).containsText("The service has changed");
      assertThat(agent.page().getByLabel("kept")).hasValue("typed");
      assertThat(agent.page().getByLabel("turned")).not().isChecked();
      assertThat(agent.page().getByLabel("fresh")).hasValue("");
      assertThat(agent.page().getByLabel("bank")).hasValue("");
      assertThat(agent.page().getByLabel("holder")).hasValue("");
      agent.button("Discard and begin anew").click();
      assertThat(agent.page().locator(".begun")).hasCount(0);
      agent.expectNoComplaint();
    }
  }

  @Test
  void costsOneStatementAndIsPurgedWhenItIsOld() throws SQLException {
    CaseboundServer counted = SharedServer.on(Database.POSTGRESQL);
    try (Person agent = Person.signedIn(counted, "agent")) {
      agent.open("/request/Block_Credit_Card");
      agent.page().getByLabel("Card number").fill(CARD);
      try (StatementCount count = StatementCount.begin(counted)) {
        agent.button("Save and go on later").click();
        assertThat(begun(agent.page())).hasCount(1);
        agent.lookAway();
        Map<String, Long> statements = count.statements();
        assertThat(statements.entrySet().stream().filter(each -> each.getKey().contains("request_draft")).map(each -> each.getValue() + " " + each.getKey().split(" ")[0]))
            .as(StatementCount.listed(statements))
            .containsExactlyInAnyOrder("1 merge", "1 select");
        assertThat(count.change("update request_draft set saved_at = now() - interval '31 days' where user_name = 'agent'")).isEqualTo(1);
        assertThat(count.change("update due_task set due_at = now() where kind = 'REQUEST_DRAFTS'")).isEqualTo(1);
        await("the old draft to be purged")
            .atMost(Duration.ofSeconds(20))
            .until(() -> count.change("update request_draft set saved_at = saved_at where user_name = 'agent'") == 0);
        assertThat(count.change("update due_task set name = name where kind = 'REQUEST_DRAFTS' and due_at > now() + interval '23 hours'")).isEqualTo(1);
      }
    }
  }

  private void publish(int version, String... attributes) {
    String yaml =
        "bundle: casebound/1\nprocess:\n  name: Draft_Again\n  version: %d\n  label: Draft again\n  usageType: Industry\n  category: Tests\n  queue: draft_again\n  attributes:\n    - %s\nqueues: [{ name: draft_again, label: Drafts }]\n"
            .formatted(version, String.join("\n    - ", attributes));
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=draft-again.yaml", yaml).expect(200);
  }

  private static void check(Person person, String picture) {
    Browser.picture(person.page(), picture);
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }

  /** What is listed to be gone on with. */
  private static Locator begun(Page page) {
    return page.locator(".begun li");
  }

  private static void press(Page page, String button) {
    page.locator("button", new Page.LocatorOptions().setHasText(button)).last().click();
  }

  private static byte[] proof() {
    return new ProofOfAddress(List.of("Paris Waterworks", "Bill for October", "Half a street 7", "75001 Paris")).pdf();
  }
}
