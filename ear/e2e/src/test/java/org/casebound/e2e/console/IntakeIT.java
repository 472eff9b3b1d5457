package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People file requests in the console and follow them. */
@ExtendWith(ServerLogOnFailure.class)
class IntakeIT {
  private static final double LONG_MILLIS = 30_000;

  private final CaseboundServer server = SharedServer.any();

  @Test
  void aRequesterFilesACardBlockAndSeesItDone() {
    try (Person requester = Person.signedIn(server, "requester")) {
      requester.open("/requests");
      requester.page().getByLabel("Find a service").fill("credit card");
      requester.button("Find").click();
      Locator services = requester.page().locator(".service");
      assertThat(services.filter(new Locator.FilterOptions().setHasText("Update a customer's address"))).hasCount(0);
      services.getByText("Block a credit card", new Locator.GetByTextOptions().setExact(true)).first().click();
      fillCard(requester.page(), "4000123412341234");
      assertThat(requester.page().locator("main")).not().containsText("blockReference");
      requester.button("Check the request").click();
      assertThat(requester.page().locator(".facts").nth(1)).containsText("4000123412341234");
      assertThat(requester.page().locator("main")).containsText("Stolen");
      requester.button("File the request").click();
      assertThat(requester.page()).hasURL(Pattern.compile("/track/C-\\d+\\?filed=yes$"));
      assertThat(requester.page().locator("#filed")).isFocused();
      assertThat(requester.page().locator("#where")).hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(LONG_MILLIS));
      Accessibility.expectNoViolation(requester.page());
      requester.expectNoComplaint();
    }
  }

  @Test
  void aRefusedValueIsMarkedAtItsFieldAndNothingTypedIsLost() {
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/request/Address_Update");
      page.getByLabel("Customer number").fill("no spaces please");
      page.getByLabel("Street and number").fill("Grüner Weg 7");
      page.getByLabel("Country").selectOption("DE");
      page.getByLabel("Proof of address").setInputFiles(file("no proof.pdf", "application/pdf", "This is a text."));
      requester.button("Check the request").click();
      assertThat(page.getByLabel("Customer number")).hasAttribute("aria-invalid", "true");
      assertThat(page.getByLabel("Customer number")).isFocused();
      assertThat(page.getByLabel("Customer number")).hasValue("no spaces please");
      assertThat(page.getByLabel("City")).hasAttribute("aria-invalid", "true");
      assertThat(page.getByLabel("Street and number")).hasValue("Grüner Weg 7");
      assertThat(page.getByLabel("Country")).hasValue("DE");
      assertThat(page.locator("main")).containsText("The file claims to be 'application/pdf' but its content is 'text/plain'.");
      assertThat(page.locator(".chosen")).containsText("no proof.pdf");
      Accessibility.expectNoViolation(page);

      page.getByLabel("Customer number").fill("C-4417");
      page.getByLabel("Postal code").fill("10115");
      page.getByLabel("City").fill("Berlin");
      page.getByLabel("Proof of address").setInputFiles(new FilePayload("proof.pdf", "application/pdf", proof()));
      requester.button("Check the request").click();
      assertThat(page.locator("main")).containsText("Grüner Weg 7");
      assertThat(page.locator("main")).containsText("proof.pdf");
      requester.button("Change something").click();
      assertThat(page.getByLabel("City")).hasValue("Berlin");
      requester.button("Check the request").click();
      requester.button("File the request").click();
      assertThat(page.locator("#where")).hasText("We are working on it");
      assertThat(page.locator(".way [aria-current]")).containsText("Verification");
      assertThat(page.locator(".doclist")).containsText("proof.pdf");
      requester.expectNoComplaint();
    }
  }

  @Test
  void sendingAFormTwiceFilesOnce() {
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.open("/request/Block_Credit_Card");
      lead.page().getByLabel("User name").fill("twice-only");
      fillCard(lead.page(), "4000999988887777");
      lead.button("Check the request").click();
      lead.page().evaluate("() => document.getElementById('intake').dataset.sent = ''");
      Object statuses =
          lead.page()
              .evaluate(
                  "async () => { const form = document.getElementById('intake'); const send = () => { const data = new FormData(form);"
                      + " data.append('intake:file', ''); return fetch(form.action, { method: 'POST', body: data }).then(a => a.url); };"
                      + " return [await send(), await send()].map(u => new URL(u).pathname); }");
      List<?> addresses = (List<?>) statuses;
      Assertions.assertThat(addresses.get(0)).asString().startsWith("/track/C-");
      Assertions.assertThat(addresses.get(1)).isEqualTo(addresses.get(0));
      Assertions.assertThat(server.as("lead").get("/api/v1/cases?requester=twice-only").expect(200).json().get("items").size()).isEqualTo(1);
    }
  }

  @Test
  void whoFilesForAnotherIsWarnedOfAnOpenOne() {
    try (Person agent = Person.signedIn(server, "agent")) {
      file(agent, "Is this fee right?");
      agent.open("/request/Fee_Inquiry");
      fillFee(agent.page(), "And this one?");
      agent.button("Check the request").click();
      assertThat(agent.page().locator(".warning")).containsText("There is an open request of this kind");
      assertThat(agent.page().locator(".warning li")).not().hasCount(0);
      assertThat(agent.page().locator("main")).containsText("carol");
      Accessibility.expectNoViolation(agent.page());
    }
  }

  @ParameterizedTest
  @CsvSource({"operator, /requests, 403", "owner, /request/Fee_Inquiry, 403", "bank, /requests, 403", "requester, /request/Nothing, 404",
      "requester, /track/C-99999999, 404", "agent, /requests, 200", "admin, /request/Fee_Inquiry, 200"})
  void aPageAnswersByRole(String user, String address, int status) {
    try (Person person = Person.signedIn(server, user)) {
      Assertions.assertThat(person.open(address)).isEqualTo(status);
    }
  }

  @Test
  void aRequesterFollowsHisOwnRequestsOnlyAndFilesForNobodyElse() {
    String number;
    try (Person agent = Person.signedIn(server, "agent")) {
      number = file(agent, "Not for other eyes");
    }
    try (Person requester = Person.signedIn(server, "requester")) {
      Assertions.assertThat(requester.open("/track/" + number)).isEqualTo(404);
      requester.open("/request/Fee_Inquiry");
      assertThat(requester.page().getByLabel("User name")).isHidden();
    }
  }

  @Test
  void theFormWorksWithoutScripts() {
    try (BrowserContext plain = Browser.shared().newContextWithoutScripts(server, 320, 640)) {
      Page page = plain.newPage();
      page.navigate("/request/Block_Credit_Card");
      page.getByLabel("User name").fill("requester");
      page.getByLabel("Password").fill("requester-demo");
      page.locator("button.primary").first().click();
      fillCard(page, "4000555566667777");
      page.locator("button", new Page.LocatorOptions().setHasText("Check the request")).click();
      page.locator("button", new Page.LocatorOptions().setHasText("File the request")).click();
      assertThat(page.locator("#filed")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 1440, 900", "LIGHT, 390, 844", "DARK, 390, 844", "LIGHT, 320, 640"})
  void everyPageIsFreeOfViolations(ColorScheme scheme, int width, int height) {
    String look = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (Person agent = Person.signedIn(server, "agent", scheme, width, height)) {
      agent.open("/requests");
      check(agent, "requests" + look);
      agent.open("/request/Address_Update");
      check(agent, "request-form" + look);
      agent.button("Check the request").click();
      check(agent, "request-refused" + look);
      file(agent, "Seen by all?");
      check(agent, "track" + look);
      agent.open("/request/Fee_Inquiry");
      fillFee(agent.page(), "Seen twice?");
      agent.button("Check the request").click();
      check(agent, "request-check" + look);
      agent.expectNoComplaint();
    }
  }

  @Test
  void whatSomebodyFiledMostStandsFirstAndSearchingHidesIt() throws SQLException {
    CaseboundServer there = SharedServer.on(Database.POSTGRESQL);
    Bundles.publish(there, "race");
    Bundles.publish(there, "rework");
    new Filing(there).feeInquiry("Card fee", "Asked by another?");
    try (Person admin = Person.signedIn(there, "admin");
        StatementCount database = StatementCount.begin(there)) {
      database.change("delete from intake_key where caller = 'admin'");
      admin.open("/requests");
      assertThat(admin.page().locator(".used h2")).hasText("Most used");
      file(admin, "Counted as mine?");
      admin.open("/requests");
      assertThat(admin.page().locator(".used h2")).hasText("You use most");
      assertThat(admin.page().locator(".used a")).hasText("Ask about a fee");
      check(admin, "requests-used-1440");
      admin.page().locator(".used a").click();
      assertThat(admin.page()).hasURL(Pattern.compile("/request/Fee_Inquiry$"));
      admin.open("/requests?words=fee");
      assertThat(admin.page().locator(".used")).hasCount(0);
      admin.expectNoComplaint();
    }
  }

  @Test
  void aPhoneTakesAPhotoWhileAnyFileCanStillBeChosen() {
    try (Person requester = Person.signedIn(server, "requester")) {
      requester.open("/request/Address_Update");
      Locator files = requester.page().locator("input[type=file]");
      assertThat(files).hasCount(2);
      Assertions.assertThat(files.first().getAttribute("capture")).isNull();
      assertThat(files.first()).hasAttribute("accept", Pattern.compile("application/pdf.*image/"));
      assertThat(files.last()).hasAttribute("capture", "environment");
      files.last().setInputFiles(file("photo.jpg", "image/jpeg", "no picture"));
      requester.button("Check the request").click();
      assertThat(requester.page().locator(".chosen")).containsText("photo.jpg");
    }
  }

  private static void check(Person person, String picture) {
    Browser.picture(person.page(), picture);
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }

  private static String file(Person agent, String question) {
    agent.open("/request/Fee_Inquiry");
    fillFee(agent.page(), question);
    agent.button("Check the request").click();
    agent.button("File the request").click();
    Locator number = agent.page().locator(".receipt .mono");
    assertThat(number).isVisible();
    return number.textContent();
  }

  private static void fillFee(Page page, String question) {
    page.getByLabel("User name").fill("carol");
    page.getByLabel("Account number").fill("DE02120300000000202051");
    page.getByLabel("amount").fill("12.50");
    page.getByLabel("question").fill(question);
  }

  private static void fillCard(Page page, String number) {
    page.getByLabel("Card number").fill(number);
    page.getByLabel("reason").selectOption("stolen");
  }

  private static FilePayload file(String name, String type, String text) {
    return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] proof() {
    return new ProofOfAddress(List.of("Berlin Waterworks", "Bill for October", "Grüner Weg 7", "10115 Berlin")).pdf();
  }
}
