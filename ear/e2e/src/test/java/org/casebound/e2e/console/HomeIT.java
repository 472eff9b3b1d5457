package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Complaints;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.StatementCount;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start page shows each role what needs it. Each figure is the length of the list that it leads to, and each chart has a table beside it. */
@ExtendWith(ServerLogOnFailure.class)
class HomeIT {
  private static final Pattern ROW = Pattern.compile("<tr id=\"row-|<tr [^>]*data-row=\"yes\"");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"|rel=\"next\" href=\"([^\"]+)\"");
  private static final Pattern CAUSE = Pattern.compile("<span class=\"big\">(\\d+)</span>");

  /** Of each panel that can be had as a file: how many lines it has, and its numbers, as a file has them. */
  private static final String PANELS =
      "() => Object.fromEntries([...document.querySelectorAll('main a[href*=\"/home/csv\"]')].map(a => [a.getAttribute('href'), (panel => ["
          + "String(panel.querySelectorAll('.figures li, tbody tr').length), "
          + "[...panel.querySelectorAll('.figure, td.number')].map(each => `,${each.textContent.trim()}`).join('')])(a.closest('.panel'))]))";

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @ParameterizedTest
  @CsvSource({"agent, /?days=90, Yours now", "lead, /?days=7, Open work by person", "operator, /, Open incidents by cause", "owner, /, How long flows take"})
  void number5EachFigureIsTheLengthOfItsList(String user, String address, String shown) {
    long item = filing.workItem(filing.addressUpdate("Home of figures", "1 Number Way"));
    server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    Stops stops = new Stops(server);
    stops.file(1);
    try (Person person = Person.signedIn(server, user)) {
      person.open(address);
      assertThat(person.page().locator("main")).containsText(shown);
      figures(person.page()).forEach((list, count) -> Assertions.assertThat(length(person, list)).as(user + " " + list).isEqualTo(count));
      expectFiles(person);
      person.expectNoComplaint();
    } finally {
      stops.clear();
    }
  }

  /** Each panel as a file has as many lines as the panel, and its numbers; times are minutes in the file and words on the page. */
  @SuppressWarnings("unchecked")
  private static void expectFiles(Person person) {
    Map<String, List<String>> panels = (Map<String, List<String>>) person.page().evaluate(PANELS);
    Assertions.assertThat(panels).isNotEmpty();
    panels.forEach(
        (address, shown) -> {
          APIResponse file = person.context().request().get(address);
          Assertions.assertThat(file.headers()).as(address).containsEntry("content-type", "text/csv;charset=UTF-8");
          List<String> lines = file.text().lines().skip(1).toList();
          Assertions.assertThat(lines).as(address).hasSize(Integer.parseInt(shown.get(0)));
          if (!address.contains("panel=times")) {
            Assertions.assertThat(lines.stream().map(line -> line.replaceFirst("^.*?((,\\d+)+)$", "$1")).collect(Collectors.joining())).as(address).isEqualTo(shown.get(1));
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"agent, depth, 403", "agent, causes, 403", "owner, work, 403", "operator, promises, 403", "lead, times, 403", "requester, work, 403", "lead, nothing, 404"})
  void aPanelIsAFileForThoseWhoSeeItAlone(String user, String panel, int status) {
    server.as(user).get("/home/csv?panel=" + panel).expect(status);
  }

  /** Each address with the number that leads to it. */
  private static Map<String, Integer> figures(Page page) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    for (Locator link : page.locator("main .figures a, main td.number a, #times p a").all()) {
      String text = link.textContent().strip();
      String number = text.replaceAll("\\D+", " ").strip().split(" ")[0];
      figures.put(link.getAttribute("href"), number.isEmpty() ? text.startsWith("No ") ? 0 : 1 : Integer.parseInt(number));
    }
    Assertions.assertThat(figures).isNotEmpty();
    return figures;
  }

  /** How many rows the list has, on all of its pages. */
  private static int length(Person person, String address) {
    String html = person.context().request().get(address).text();
    if (address.endsWith("/ops/incidents") || address.contains("/ops/incidents?connector=")) {
      return CAUSE.matcher(html).results().mapToInt(hit -> Integer.parseInt(hit.group(1))).sum();
    }
    int rows = (int) ROW.matcher(html).results().count();
    Matcher next = NEXT.matcher(html);
    return next.find() ? rows + length(person, (next.group(1) == null ? next.group(2) : next.group(1)).replace("&amp;", "&")) : rows;
  }

  @ParameterizedTest
  @CsvSource({"lead, 2", "operator, 1", "admin, 2"})
  void chartsAreDrawnWithoutAComplaint(String user, int charts) {
    Stops stops = new Stops(server);
    stops.file(1);
    long item = filing.workItem(filing.addressUpdate("Home of charts", "2 Number Way"));
    server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    new Desk(server).awaitStatus(new Desk(server).file(Desk.cardBlock(Desk.newCard())), "CLOSED");
    try (Person person = Person.signedIn(server, user)) {
      person.open("/?process=Block_Credit_Card");
      assertThat(person.page().locator("canvas")).hasCount(charts);
      Assertions.assertThat(person.page().evaluate("() => Object.values(Chart.instances).filter(chart => chart.getDatasetMeta(0).data.length > 0).length")).isEqualTo(charts);
      Assertions.assertThat(person.page().locator(".panel:has(canvas):not(:has(table))").count()).as("charts without a table").isZero();
      person.expectNoComplaint();
    } finally {
      stops.clear();
    }
  }

  @Test
  void figuresAndTheirListsLookBackAsFarAsThePeriodSays() throws SQLException {
    CaseboundServer postgres = SharedServer.on(Database.POSTGRESQL);
    Filing files = new Filing(postgres);
    String done = files.addressUpdate("Ten days ago", "10 Number Way");
    long item = files.workItem(done);
    postgres.as("lead").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    postgres.as("lead").post("/api/v1/work-items/" + item + "/complete", Map.of("outcome", "rejected", "comment", "Another street.")).expect(200);
    String kept = new Complaints(postgres).file(Map.of()).number();
    try (StatementCount database = StatementCount.begin(postgres);
        Person lead = Person.signedIn(postgres, "lead")) {
      Assertions.assertThat(database.change("update work_item set ended_at = now() - interval '10 days' where id = " + item)).isEqualTo(1);
      String reached = "update milestone set state = 'REACHED', ended_at = now() - interval '10 days' where case_id = ";
      Assertions.assertThat(database.change(reached + Long.parseLong(kept.substring(2)))).isPositive();
      for (Map.Entry<String, Boolean> period : Map.of("7 days", false, "30 days", true, "90 days", true, "no days", true).entrySet()) {
        lead.open("/?days=" + period.getKey().split(" ")[0]);
        String words = period.getKey().startsWith("no") ? "30 days" : period.getKey();
        assertThat(lead.page().locator(".head a[aria-current]")).hasText(words);
        expectInList(lead, "Done in " + words, done, period.getValue());
        expectInList(lead, "Kept every promised time, in " + words, kept, period.getValue());
      }
    }
  }

  private static void expectInList(Person person, String figure, String number, boolean there) {
    String list = person.page().locator(".figures a").filter(new Locator.FilterOptions().setHasText(figure)).getAttribute("href");
    Assertions.assertThat(person.context().request().get(list).text().contains(number)).as(list).isEqualTo(there);
  }

  @Test
  void pinnedPanelsAreAtTheTopAsEachPersonWantsThem() {
    CaseboundServer pinning = SharedServer.any();
    try (Person lead = Person.signedIn(pinning, "lead");
        Person other = Person.signedIn(pinning, "admin")) {
      List<String> before = panels(lead);
      Assertions.assertThat(before).containsSubsequence("Your work", "Open work by queue and age", "Open work by person", "Promised times");
      lead.button("Pin to the top: Open work by person").press("Enter");
      assertThat(lead.page().locator("main section.panel h2").first()).hasText("Open work by person");
      assertThat(lead.page().locator("#said")).containsText("“Open work by person” is pinned to the top.");
      assertThat(lead.page().locator("#pin-load")).isFocused();
      assertThat(lead.page().locator("#pin-load")).hasAttribute("aria-pressed", "true");
      lead.button("Pin to the top: Promised times").click();
      assertThat(lead.page().locator("main section.panel h2").nth(1)).hasText("Promised times");
      Browser.picture(lead.page(), "home-pinned-1440");
      Accessibility.expectNoViolation(lead.page());
      lead.button("Move up: Promised times").click();
      assertThat(lead.page().locator("main section.panel h2").first()).hasText("Promised times");
      assertThat(lead.page().locator("#pin-promises")).isFocused();
      Assertions.assertThat(panels(lead)).startsWith("Promised times", "Open work by person").containsExactlyInAnyOrderElementsOf(before);
      Assertions.assertThat(panels(other)).as("of another person").startsWith("Operations");
      try (Person again = Person.signedIn(pinning, "lead")) {
        Assertions.assertThat(panels(again)).as("in another browser").startsWith("Promised times", "Open work by person");
      }
      lead.button("Pin to the top: Promised times").click();
      assertThat(lead.page().locator("main section.panel h2").first()).hasText("Open work by person");
      lead.button("Pin to the top: Open work by person").click();
      assertThat(lead.page().locator("#said")).containsText("“Open work by person” is no longer pinned.");
      Assertions.assertThat(panels(lead)).isEqualTo(before);
      lead.expectNoComplaint();
    }
  }

  private static List<String> panels(Person person) {
    return person.page().locator("main section.panel:not([hidden]) h2").allTextContents();
  }

  @Test
  void whatWasOpenedLastIsListedNewestFirst() {
    String first = filing.feeInquiry("Opened first", "When?");
    String second = filing.feeInquiry("Opened second", "When?");
    try (Person agent = Person.signedIn(server, "agent")) {
      assertThat(agent.page().locator("#recent")).isHidden();
      agent.open("/case/" + first);
      agent.open("/case/" + second);
      agent.open("/case/" + first);
      agent.open("/");
      assertThat(agent.page().locator("#recent li")).hasText(new String[] {first + " Opened first", second + " Opened second"});
      agent.page().locator("#recent a").first().click();
      assertThat(agent.heading()).hasText("Opened first");
    }
  }

  @Test
  void workOfAQueueThatNoProcessHasIsShownToLeadsAlone() {
    Bundles.publish(server, "stranded");
    String number = new Desk(server).file(Map.of("process", "Stranded", "subject", "Left behind", "requester", "requester"));
    server.as("owner").post("/api/v1/studio/processes/Stranded/retire", Map.of("reason", "Not needed any more.")).expect(200);
    try (Person lead = Person.signedIn(server, "lead");
        Person agent = Person.signedIn(server, "agent")) {
      lead.page().locator(".figures a").filter(new Locator.FilterOptions().setHasText("nobody can take")).click();
      assertThat(lead.page().locator("#rows")).containsText(number);
      agent.open("/inbox?view=stranded");
      assertThat(agent.page().locator("#rows > tr")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"lead, LIGHT, 1440, 900", "lead, DARK, 390, 844", "operator, DARK, 1440, 900", "admin, LIGHT, 390, 844", "agent, LIGHT, 1440, 900", "lead, LIGHT, 320, 640"})
  void theStartPageIsFreeOfViolations(String user, ColorScheme scheme, int width, int height) {
    Stops stops = new Stops(server);
    stops.file(1);
    filing.addressUpdate("Accessible home", "3 Number Way");
    try (Person person = Person.signedIn(server, user, scheme, width, height)) {
      Browser.picture(person.page(), "home-%s-%d-%s".formatted(user, width, scheme.name().toLowerCase(Locale.ROOT)));
      Accessibility.expectNoViolation(person.page());
      Accessibility.expectNothingSticksOut(person.page());
    } finally {
      stops.clear();
    }
  }

  private static void expectFew(CaseboundServer postgres, Person person, Map.Entry<String, Integer> most) throws SQLException {
    try (StatementCount count = StatementCount.begin(postgres)) {
      person.context().request().get("/");
      Map<String, Long> statements = count.statements();
      long total = statements.values().stream().mapToLong(Long::longValue).sum();
      Assertions.assertThat(total).as("%s: %s", most.getKey(), StatementCount.listed(statements)).isBetween(1L, (long) most.getValue());
    }
  }

  @Test
  void theStartPageTakesFewStatementsHoweverMuchThereIs() throws SQLException {
    CaseboundServer postgres = SharedServer.on(Database.POSTGRESQL);
    for (Map.Entry<String, Integer> most : Map.of("agent", 3, "lead", 9, "operator", 7, "owner", 4).entrySet()) {
      try (Person person = Person.signedIn(postgres, most.getKey())) {
        person.lookAway();
        expectFew(postgres, person, most);
      }
    }
  }
}
