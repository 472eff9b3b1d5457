package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The frame around every page: choices, search, keys, and the end of a session. */
@ExtendWith(ServerLogOnFailure.class)
class FrameIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void choicesFollowThePersonIntoAnotherBrowser() {
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/cases");
      settings(operator);
      Accessibility.expectNoViolation(operator.page());
      kept(operator, () -> operator.page().getByTitle("Dark").click());
      kept(operator, () -> operator.page().getByTitle("Compact").click());
      assertThat(operator.page().locator("html")).hasAttribute("data-theme", "dark");
      Accessibility.expectNoViolation(operator.page());
      kept(operator, () -> operator.page().getByLabel("Language").selectOption("de"));
      assertThat(operator.heading()).hasText("Fälle");
    }
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/cases");
      assertThat(operator.heading()).hasText("Fälle");
      Assertions.assertThat(operator.page().content()).contains("data-theme=\"dark\"", "data-density=\"compact\"", "lang=\"de\"");
      Accessibility.expectNoViolation(operator.page());
      settings(operator, "Einstellungen der Konsole");
      kept(operator, () -> operator.page().getByLabel("Sprache").selectOption("auto"));
      assertThat(operator.heading()).hasText("Cases");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "en; Your cases; City is required (a text on one line).",
    "de; Ihre Fälle; City ist erforderlich (ein Text in einer Zeile).",
    "fr; Vos dossiers; City est obligatoire (un texte sur une ligne).",
    "es; Sus casos; City es obligatorio (un texto en una línea)."
  })
  void everyLanguageIsComplete(String language, String title, String missing) {
    String number = filing.feeInquiry("In every language", "Which one?");
    try (Person requester = Person.signedIn(server, "requester")) {
      choose(requester, "LANGUAGE", language, 204);
      for (String address : List.of("/cases", "/search?q=language", "/search?q=xyzzy", "/case/" + number, "/nowhere")) {
        requester.open(address);
        Assertions.assertThat(requester.page().content()).as(address).doesNotContain("???").contains("lang=\"" + language + "\"");
      }
      requester.open("/request/Address_Update");
      requester.page().locator("button[id$=':check']").click();
      assertThat(requester.page().getByLabel("City")).hasAttribute("aria-invalid", "true");
      assertThat(requester.page().locator("main")).containsText(missing);
      requester.open("/cases");
      Accessibility.expectNoViolation(requester.page());
      assertThat(requester.heading()).hasText(title);
      choose(requester, "LANGUAGE", "auto", 204);
      requester.expectNoComplaint();
    }
  }

  @Test
  void aChoiceThatIsNoneIsRefused() {
    try (Person agent = Person.signedIn(server, "agent")) {
      choose(agent, "THEME", "pink", 400);
      choose(agent, "NO_SUCH", "light", 400);
      choose(agent, "LANGUAGE", "xx", 400);
      RequestOptions elsewhere =
          RequestOptions.create().setForm(FormData.create().set("name", "THEME").set("value", "dark")).setHeader("Sec-Fetch-Site", "cross-site");
      Assertions.assertThat(agent.context().request().post("/preferences", elsewhere).status()).isEqualTo(403);
    }
    try (Person stranger = Person.stranger(server)) {
      choose(stranger, "THEME", "dark", 200);
      assertThat(stranger.page().locator("html")).not().hasAttribute("data-theme", "dark");
    }
  }

  @Test
  void aCaseNumberJumpsStraightToTheCaseAndWordsFindIt() {
    String number = filing.feeInquiry("Zanzibar surcharge", "What for?");
    try (Person agent = Person.signedIn(server, "agent")) {
      search(agent, number);
      assertThat(agent.heading()).hasText("Zanzibar surcharge");
      search(agent, number.toLowerCase(java.util.Locale.ROOT));
      assertThat(agent.page()).hasURL(Pattern.compile("/case/" + number + "$"));
      search(agent, "surch zanzi");
      assertThat(agent.page().locator("tbody tr")).hasCount(1);
      assertThat(agent.row(number)).isVisible();
      search(agent, "requester zanzi");
      assertThat(agent.row(number)).isVisible();
      search(agent, "zanzibar unheardof");
      assertThat(agent.page().locator("main")).containsText("No case that you may see");
      search(agent, "%_'\\ --");
      assertThat(agent.page().locator("tbody tr")).hasCount(0);
      agent.expectNoComplaint();
    }
  }

  @Test
  void nobodyFindsWhatHeMayNotSee() {
    filing.feeInquiry("Quetzalcoatl refund", "Mine alone?");
    try (Person colleague = Person.signedIn(server, org.casebound.e2e.TestUsers.COLLEAGUE)) {
      search(colleague, "quetzalcoatl");
      assertThat(colleague.page().locator("tbody tr")).hasCount(0);
    }
    try (Person lead = Person.signedIn(server, "lead")) {
      search(lead, "quetzalcoatl");
      assertThat(lead.page().locator("tbody tr")).hasCount(1);
    }
  }

  @Test
  void theSheetListsTheKeysOfThePageAndSwitchesThemOff() {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox");
      agent.press("?");
      assertThat(agent.page().locator("#keys")).containsText("Get next");
      Accessibility.expectNoViolation(agent.page());
      kept(agent, () -> agent.page().getByText("Keys are on").click());
      agent.press("Escape", "/");
      Assertions.assertThat(agent.page().evaluate("() => document.activeElement.id")).isNotEqualTo("search");
      agent.open("/cases");
      agent.page().getByTitle("Keys on this page").click();
      kept(agent, () -> agent.page().getByText("Keys are off").click());
      agent.press("Escape", "/");
      Assertions.assertThat(agent.page().evaluate("() => document.activeElement.id")).isEqualTo("search");
    }
  }

  @Test
  void gAndALetterLeadToPlacesOfTheNavigationAndDoNothingElse() {
    Instant now = Instant.now();
    try (Person agent = Person.signedIn(server, "agent")) {
      // The time stands still: whether the second key comes soon enough is not a matter of how fast the browser is.
      agent.page().clock().setFixedTime(now.toEpochMilli());
      agent.open("/inbox?view=free");
      agent.press("?");
      assertThat(agent.page().locator("#places li")).hasText(new String[] {"Home g d", "Inbox g i", "Requests g r", "Cases g c"});
      Accessibility.expectNoViolation(agent.page());
      List<String> went = new ArrayList<>();
      agent.page().onFrameNavigated(frame -> went.add(URI.create(frame.url()).getPath()));
      agent.press("Escape", "j", "g", "s");
      assertThat(agent.page().locator("dialog[open]")).hasCount(0);
      agent.press("g");
      agent.page().clock().setFixedTime(now.plusMillis(1500).toEpochMilli());
      agent.press("d", "/", "g", "d");
      assertThat(agent.page().locator("#search")).hasValue("gd");
      agent.press("Escape", "g", "c");
      agent.page().waitForURL("**/cases");
      choose(agent, "KEYS", "off", 204);
      agent.open("/requests");
      agent.press("g", "d");
      choose(agent, "KEYS", "on", 204);
      agent.open("/requests");
      agent.press("g", "d");
      agent.page().waitForURL(server.address() + "/");
      // A row of the inbox that is chosen is in its address, too.
      Assertions.assertThat(went).filteredOn(path -> !path.equals("/inbox")).containsExactly("/cases", "/requests", "/requests", "/");
    }
  }

  @Test
  void beforeASessionEndsThePersonIsAskedAndStays() {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.page().clock().install();
      agent.open("/cases");
      agent.page().clock().fastForward("26:00");
      assertThat(agent.page().locator("#idle")).containsText("You will be signed out in");
      Accessibility.expectNoViolation(agent.page());
      kept(agent, () -> agent.button("Stay signed in").click());
      assertThat(agent.page().locator("#idle")).isHidden();
    }
  }

  @Test
  void aSessionEndsWhenItsPersonIsAwayWhateverPagesReadAgain() {
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.page().clock().install();
      agent.open("/cases");
      agent.page().waitForResponse("**/logout", () -> agent.page().clock().fastForward("31:00"));
      Assertions.assertThat(agent.context().request().get("/cases").text()).contains("User name");
    }
  }

  @Test
  void whatWasTypedSurvivesTheEndOfTheSession() {
    long item = filing.workItem(filing.addressUpdate("Typed and forgotten", "1 Sleepy Lane"));
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.page().clock().install();
      lead.open("/work/" + item);
      lead.button("Claim").click();
      lead.page().getByLabel("Comment").fill("Half a sentence that must not");
      lead.context().clearCookies();
      lead.page().clock().fastForward("31:00");
      assertThat(lead.page().locator("#idle")).containsText("You have been signed out");
      lead.button("Sign in again").click();
      lead.signIn("lead", "lead-demo");
      assertThat(lead.page().getByLabel("Comment")).hasValue("Half a sentence that must not");
      assertThat(lead.page().locator("#said")).containsText("What you had typed is back.");
      assertThat(lead.page().locator("#draft")).containsText("Draft saved");
      lead.open("/work/" + item);
      assertThat(lead.page().getByLabel("Comment")).hasValue("Half a sentence that must not");
    }
  }

  @Test
  void getNextLeadsToWorkFromAnyPageAndIsForThoseWhoWork() {
    filing.addressUpdate("Next from anywhere", "5 Anywhere Road");
    try (Person agent = Person.signedIn(server, "agent");
        Person requester = Person.signedIn(server, "requester")) {
      agent.open("/cases");
      agent.page().getByTitle("Get next").click();
      agent.page().waitForURL(Pattern.compile("/work/\\d+$"));
      String item = agent.page().url().replaceAll(".*/", "");
      server.as("agent").post("/api/v1/work-items/" + item + "/release", "").expect(200);
      Assertions.assertThat(agent.context().request().get("/inbox/next").url()).endsWith("/inbox");
      requester.open("/cases");
      assertThat(requester.page().getByTitle("Get next")).hasCount(0);
      Assertions.assertThat(requester.context().request().post("/inbox/next").status()).isEqualTo(403);
    }
  }

  @Test
  void whatAPageSaysInTheBackgroundLeavesNothingBehindWhenNobodyIsSignedIn() {
    try (Person stranger = Person.stranger(server)) {
      for (String aside : List.of("/session", "/work/draft", "/work/presence")) {
        Assertions.assertThat(stranger.context().request().post(aside).status()).as(aside).isEqualTo(401);
      }
      stranger.context().request().post("/logout", RequestOptions.create().setMaxRedirects(0));
      Assertions.assertThat(stranger.context().cookies()).as("no session that does not know where to go").isEmpty();
    }
  }

  @Test
  void nothingComesFromAnotherHost() {
    try (Person agent = Person.signedIn(server, "agent")) {
      List<String> hosts = new ArrayList<>();
      agent.page().onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
      agent.open("/inbox");
      agent.open("/cases");
      Assertions.assertThat(hosts).isNotEmpty().containsOnly(server.address().getAuthority());
    }
  }

  private static void settings(Person person) {
    settings(person, "Settings of the console");
  }

  private static void settings(Person person, String title) {
    person.page().getByTitle(title).click();
  }

  private static void search(Person person, String text) {
    person.page().locator("#search").fill(text);
    person.page().locator("#search").press("Enter");
    person.page().waitForLoadState();
  }

  /** Does something that is kept on the server, and waits until it is. */
  private static void kept(Person person, Runnable action) {
    person.page().waitForResponse(answer -> answer.status() == 204, new Page.WaitForResponseOptions(), action);
  }

  private static void choose(Person person, String name, String value, int status) {
    RequestOptions form = RequestOptions.create().setForm(FormData.create().set("name", name).set("value", value));
    Assertions.assertThat(person.context().request().post("/preferences", form).status()).isEqualTo(status);
  }
}
