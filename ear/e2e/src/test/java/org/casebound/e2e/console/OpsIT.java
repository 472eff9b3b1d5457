package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators see what runs and what has stopped, and a retry is called fixed only once its step has passed. */
@ExtendWith(ServerLogOnFailure.class)
class OpsIT {
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY = new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  private final CaseboundServer server = SharedServer.any();
  private final Stops stops = new Stops(server);

  @AfterEach
  void clear() {
    stops.clear();
  }

  @Test
  void number5IncidentsOfOneCauseAreCountedAsTheirListIsLong() {
    List<String> numbers = stops.file(2);
    try (Person lead = Person.signedIn(server, "lead")) {
      Page page = lead.page();
      lead.open("/ops/incidents");
      Locator cause = page.locator(".cause").filter(new Locator.FilterOptions().setHasText("Block the card"));
      assertThat(cause).containsText("The bank does not know it.");
      assertThat(cause).containsText("card-system");
      assertThat(cause).containsText("The back office said no.");
      String count = cause.locator(".badge .big").textContent();
      cause.getByText("Show them").click();
      assertThat(page.locator("#list tbody tr")).hasCount(Integer.parseInt(count));
      assertThat(page.locator("#list")).containsText(numbers.get(0));
      assertThat(page.getByText("Act on all")).hasCount(0);
      lead.row(numbers.get(1)).locator("a").click();
      assertThat(page.locator("#became")).containsText("Waits for a decision");
      assertThat(page.locator("#decide")).hasCount(0);
      lead.expectNoComplaint();
    }
  }

  @Test
  void number6ARetryIsFixedOnlyOnceItsStepHasPassed() {
    String number = stops.file(1).get(0);
    long incident = stops.incident(number);
    try (Person operator = Person.signedIn(server, "operator")) {
      Page page = operator.page();
      operator.open("/ops/incident/" + incident);
      operator.button("Retry").click();
      assertThat(page.locator("#reason-wrong")).hasText("Say in a few words why.");
      page.getByLabel("Reason").fill("Try again.");
      operator.button("Retry").click();
      assertThat(operator.notice()).hasText("The step is queued again; this page shows what becomes of it.");
      assertThat(page.locator("#became")).containsText("Failed again because:", PATIENTLY);
      assertThat(page.locator("#became")).containsText("CARD_UNKNOWN: The bank does not know it.");
      Browser.picture(page, "ops-failed-again");
      page.getByText("To the new incident").click();
      page.getByLabel("Reason").fill("Typing error.");
      page.getByText("Retry with changed data").click();
      page.getByLabel("Value to change").selectOption("cardId");
      page.getByLabel("New value").fill(Desk.newCard());
      operator.button("Retry").click();
      assertThat(page.locator("#became")).containsText("Fixed: the step has passed", PATIENTLY);
      operator.expectNoComplaint();
    }
  }

  @Test
  void aStepIsSkippedWithOneOfItsOutcomes() {
    long incident = stops.incident(stops.file(1).get(0));
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/ops/incident/" + incident);
      operator.page().getByLabel("Reason").fill("Blocked by phone.");
      operator.page().locator("select[id$=outcome]").selectOption("done");
      operator.button("Skip").click();
      assertThat(operator.page().locator("#became")).containsText("Step skipped");
    }
  }

  @Test
  void number6ManyAreRetriedTogetherAndEachSaysWhatBecameOfIt() {
    stops.file(3);
    try (Person operator = Person.signedIn(server, "operator")) {
      Page page = operator.page();
      operator.open("/ops/incidents");
      page.locator(".cause").filter(new Locator.FilterOptions().setHasText("Block the card")).getByText("Act on all").click();
      assertThat(page.locator("#match-title")).hasText(stops.open().size() + " incidents");
      page.getByLabel("Reason").fill("The bank says it is better now.");
      Accessibility.expectNoViolation(page);
      page.locator("button[id$=begin]").click();
      assertThat(page.locator("#live")).containsText("3 of 3 have their result", PATIENTLY);
      assertThat(page.locator("#live")).containsText("Ended");
      page.locator("#live .tabs a").filter(new Locator.FilterOptions().setHasText("Failed again")).click();
      assertThat(page.locator("tbody tr")).hasCount(3);
      assertThat(page.locator("tbody tr").first()).containsText("CARD_UNKNOWN: The bank does not know it.");
      Browser.picture(page, "ops-batch");
      Accessibility.expectNoViolation(page);
      operator.open("/ops/batches");
      assertThat(page.locator("tbody tr").first()).containsText("3 / 3");
      Accessibility.expectNoViolation(page);
      operator.expectNoComplaint();
    }
  }

  @Test
  void aBatchIsPausedAndEndedOnItsPage() {
    stops.file(2);
    Map<String, Object> slow = Map.of("action", "RETRY", "process", "Stopping", "reason", "Slowly.", "ratePerMinute", 1);
    long batch = server.as("operator").post("/api/v1/batches", slow).expect(200).json().path("id").asLong();
    try (Person operator = Person.signedIn(server, "operator");
        Person lead = Person.signedIn(server, "lead")) {
      operator.open("/ops/batches/" + batch);
      assertThat(operator.page().locator("#live")).containsText("1 of 2 have their result", PATIENTLY);
      operator.button("Pause").click();
      assertThat(operator.notice()).hasText("The batch stands still; what it has begun goes on.");
      lead.open("/ops/batches/" + batch);
      assertThat(lead.page().locator("#live")).containsText("Paused by operator.");
      assertThat(lead.button("Go on")).hasCount(0);
      assertThat(operator.button("Go on")).isVisible();
      operator.button("End it").click();
      assertThat(operator.page().locator("#live")).containsText("Not begun");
      operator.expectNoComplaint();
    }
  }

  @Test
  void number5EachCountOfFlowsIsTheLengthOfItsListAndARowLeadsToItsFlow() {
    List<String> numbers = stops.file(2);
    try (Person operator = Person.signedIn(server, "operator")) {
      Page page = operator.page();
      operator.open("/ops?process=Stopping&version=1");
      for (String address : addresses(page)) {
        operator.open("/ops?process=Stopping&version=1");
        Locator facet = page.locator(".filters .tabs a[href='" + address + "']").first();
        int count = Integer.parseInt(facet.locator(".count").textContent());
        operator.follow(facet);
        Assertions.assertThat(lengthOfList(operator)).as(address).isEqualTo(count);
      }
      operator.open("/ops");
      page.locator(".versions .rowlink").filter(new Locator.FilterOptions().setHasText("Stopping")).click();
      assertThat(page.locator(".filters").last()).containsText("Process: Stopping 1");
      operator.open("/ops?process=Stopping&state=ERROR&stage=blocking&age=HOUR");
      operator.row(numbers.get(0)).locator("a").click();
      assertThat(page.locator(":target")).hasAttribute("aria-label", "Stopping");
      operator.expectNoComplaint();
    }
  }

  /** The counted choices that are about the chosen process; the others grow with what other tests file. */
  private static Set<String> addresses(Page page) {
    Set<String> addresses = new TreeSet<>();
    for (Locator facet : page.locator(".filters .tabs a").filter(new Locator.FilterOptions().setHas(page.locator(".count"))).all()) {
      String address = facet.getAttribute("href");
      if (address.contains("process=Stopping")) {
        addresses.add(address);
      }
    }
    Assertions.assertThat(addresses).hasSizeGreaterThan(3);
    return addresses;
  }

  private static int lengthOfList(Person person) {
    int rows = 0;
    do {
      rows += person.page().locator("#list tbody tr").count();
    } while (person.nextPage());
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "requester, /ops 403 /ops/incidents 403",
    "agent, /ops 403 /ops.xhtml 403 /ops/incidents 403 /ops/incidents.xhtml 403 /ops/incident/1 403 /ops/batches/1 403 /ops/batch 403",
    "bank, /ops 403",
    "owner, /ops 200 /ops/incidents 403 /ops/incident/1 403 /ops/batches 403 /ops/batch?target=FLOWS 403",
    "lead, /ops 200 /ops/incidents 200 /ops/batches 200 /ops/batch 403",
    "operator, /ops/incident/999999999 404 /ops/incident/x 404 /ops/batches/999999999 404 /ops?cursor=nonsense 200 /ops/incidents?process=No_Such&cursor=x 200"
        + " /ops/batch?target=FLOWS&state=COMPLETED 200 /ops/batches?cursor=x 200",
    "admin, /ops 200"
  })
  void aPageAnswersByRole(String user, String expected) {
    try (Person person = Person.signedIn(server, user)) {
      String[] words = expected.split(" ");
      for (int i = 0; i < words.length; i += 2) {
        Assertions.assertThat(person.open(words[i])).as(user + " " + words[i]).isEqualTo(Integer.parseInt(words[i + 1]));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 390, 844", "LIGHT, 320, 640"})
  void everyPageIsFreeOfViolations(ColorScheme scheme, int width, int height) {
    String number = stops.file(1).get(0);
    try (Person operator = Person.signedIn(server, "operator", scheme, width, height)) {
      for (String address : List.of("/ops", "/ops?process=Stopping", "/ops/incidents", "/ops/incidents?code=CARD_UNKNOWN", "/ops/incident/" + stops.incident(number), "/ops/batch?target=INCIDENTS", "/ops/batch?target=FLOWS&action=SUSPEND", "/ops/batches")) {
        operator.open(address);
        Browser.picture(operator.page(), "ops-%s-%d-%s".formatted(address.replaceAll("\\W+", "-"), width, scheme.name().toLowerCase(Locale.ROOT)));
        Accessibility.expectNoViolation(operator.page());
        Accessibility.expectNothingSticksOut(operator.page());
      }
      operator.expectNoComplaint();
    }
  }
}
