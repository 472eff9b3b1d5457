package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inbox as agents use it: lists and counts, keys, many items at once, and coming back. */
@ExtendWith(ServerLogOnFailure.class)
class InboxIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void number5EveryCountIsTheLengthOfItsList() {
    long mine = filing.workItem(filing.addressUpdate("Counted as mine", "1 Number Row"));
    filing.addressUpdate("Counted as free", "2 Number Row");
    try (Person agent = Person.signedIn(server, "agent")) {
      server.as("agent").post("/api/v1/work-items/" + mine + "/claim", "").expect(200);
      server.as("agent").post("/api/v1/work-items/" + mine + "/snooze", Map.of("until", in(3600), "reason", "waits for a call")).expect(204);
      for (String view : List.of("mine", "queues", "free", "breaching", "waiting", "done")) {
        agent.open("/inbox?view=" + view);
        Locator current = agent.page().locator("#views a[aria-current]");
        int count = Integer.parseInt(current.locator(".count").getAttribute("data-count"));
        Assertions.assertThat(lengthOf(agent)).as(view).isEqualTo(count);
      }
      agent.open("/inbox?view=waiting");
      assertThat(rowOf(agent, mine)).containsText("put off for 59 min");
      agent.expectNoComplaint();
    }
  }

  @Test
  void theWholeJobIsDoneByKeys() {
    String number = filing.addressUpdate("Keys alone", "1 Keyboard Close");
    long item = filing.workItem(number);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=keys+alone");
      agent.press("j", "c");
      assertThat(rowOf(agent, item)).containsText("Yours");
      assertThat(said(agent)).containsText("is yours");
      assertThat(agent.page().locator("#preview")).containsText("1 Keyboard Close");
      agent.press("p");
      agent.page().keyboard().press("Space");
      agent.press("ArrowDown", "ArrowDown", "Enter");
      assertThat(said(agent).last()).containsText("priority");
      agent.press("s");
      agent.page().locator("#snooze-reason").fill("waiting for the customer");
      agent.press("Enter");
      assertThat(said(agent).last()).containsText("is put off");
      assertThat(rowOf(agent, item)).hasClass(Pattern.compile("gone"));
      agent.open("/inbox?view=waiting&q=keys+alone");
      assertThat(rowOf(agent, item)).isVisible();
      agent.press("j", "x");
      agent.button("Wake").click();
      assertThat(said(agent).last()).containsText("awake again");
      agent.open("/inbox?view=mine&q=keys+alone&item=" + item);
      agent.press("Enter");
      assertThat(agent.heading()).hasText("Verify address proof");
      agent.press("1");
      assertThat(agent.notice()).containsText("is done: Approve");
      assertThat(agent.page()).hasURL(Pattern.compile("/inbox\\?view=mine&q=keys\\+alone"));
      agent.expectNoComplaint();
    }
  }

  @Test
  void columnsAreChosenAndEachDialogIsForAll() {
    String number = filing.addressUpdate("Chosen columns", "1 Column Court");
    long item = filing.workItem(number);
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.open("/inbox?q=chosen+columns");
      Locator heads = lead.page().locator("table:has(#rows) th");
      int columns = heads.count();
      assertThat(lead.page().locator("#preview")).hasCount(1);
      lead.page().getByTitle("Columns").click();
      Accessibility.expectNoViolation(lead.page());
      lead.page().getByLabel("Requester", new Page.GetByLabelOptions().setExact(true)).check();
      assertThat(heads).hasCount(columns + 1);
      lead.page().getByTitle("Columns").click();
      lead.page().getByLabel("Item beside the list").uncheck();
      assertThat(lead.page().locator("#preview")).hasCount(0);
      lead.page().getByTitle("Columns").click();
      lead.page().getByLabel("Item beside the list").check();
      assertThat(lead.page().locator("#preview")).hasCount(1);
      lead.page().getByTitle("Columns").click();
      lead.page().getByLabel("Requester", new Page.GetByLabelOptions().setExact(true)).uncheck();
      assertThat(heads).hasCount(columns);

      lead.press("j");
      for (String dialog : List.of("p", "s", "a")) {
        lead.press(dialog);
        assertThat(lead.page().locator("dialog[open]")).hasCount(1);
        Accessibility.expectNoViolation(lead.page());
        if (!dialog.equals("a")) {
          lead.press("Escape");
        }
      }
      lead.page().keyboard().type("agent");
      lead.press("Enter");
      assertThat(rowOf(lead, item)).containsText("agent");
      lead.expectNoComplaint();
    }
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=chosen+columns");
      assertThat(rowOf(agent, item)).containsText("Yours");
      agent.press("j", "r");
      assertThat(said(agent)).containsText("is given back");
      assertThat(rowOf(agent, item)).not().containsText("Yours");
      agent.expectNoComplaint();
    }
  }

  @Test
  void afterAnItemIsDoneTheFocusIsOnTheNextOneOfTheSameList() {
    List<Long> items = List.of(itemOf("Row one"), itemOf("Row two"), itemOf("Row three"));
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=row&sort=oldest&item=" + items.get(1));
      agent.press("Enter");
      agent.button("Claim").click();
      agent.button("Approve").click();
      assertThat(agent.page()).hasURL(Pattern.compile("q=row&sort=oldest&item=" + items.get(2)));
      assertThat(rowOf(agent, items.get(2)).locator("a")).isFocused();
      assertThat(rowOf(agent, items.get(0))).isVisible();
      agent.open("/work/" + items.get(1));
      agent.press("i");
      assertThat(agent.page()).hasURL(Pattern.compile("q=row&sort=oldest"));
    }
  }

  @Test
  void allThatMatchStayChosenOverPagesAndGetAResultEach() {
    Set<Long> items = new LinkedHashSet<>();
    for (int i = 0; i < 53; i++) {
      items.add(itemOf("Crowd " + i));
    }
    long others = items.iterator().next();
    server.as("lead").post("/api/v1/work-items/" + others + "/claim", "").expect(200);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/inbox?q=crowd&sort=oldest");
      agent.press("*");
      assertThat(agent.page().locator("#chosen")).hasText("53 selected");
      Object before = chosenIds(agent);
      agent.page().locator("a[rel=next]").click();
      assertThat(agent.page().locator("#rows input:checked")).hasCount(3);
      agent.page().getByText("First page").click();
      assertThat(agent.page().locator("#rows input:checked")).hasCount(50);
      Assertions.assertThat(chosenIds(agent)).isEqualTo(before);
      agent.page().locator("#bulk [data-act=claim]").click();
      assertThat(agent.page().locator("#results-summary")).hasText("52 of 53 done", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
      assertThat(agent.page().locator("#results-list .bad")).hasText(Pattern.compile("lead has claimed.*WORK-001"));
      Accessibility.expectNoViolation(agent.page());
      agent.press("Escape");
      assertThat(agent.page().locator("#chosen")).hasText("1 selected");
      agent.button("Clear").click();
      assertThat(agent.page().locator("#bulk")).isHidden();
      items.stream().filter(id -> id != others).forEach(id -> server.as("agent").post("/api/v1/work-items/" + id + "/release", "").expect(200));
      agent.expectNoComplaint();
    }
  }

  @Test
  void filtersAreChipsInTheAddressAndViewsAreSavedForOneOrAll() {
    filing.addressUpdate("Filtered by chips", "1 Chip Street");
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      agent.open("/inbox");
      filter(agent, "Queue: Back office");
      filter(agent, "chip street filtered");
      assertThat(agent.page().locator(".chips li")).hasCount(2);
      assertThat(agent.page().locator(".empty").first()).containsText("Nothing matches");
      agent.page().locator(".chips li").last().locator("a").click();
      filter(agent, "priority: medium");
      assertThat(agent.page()).hasURL(Pattern.compile("queue=back_office&priority=MEDIUM"));
      agent.page().getByTitle("Save this list as a view").click();
      agent.page().locator("#view-name").fill("Medium of mine");
      Accessibility.expectNoViolation(agent.page());
      agent.page().locator("#save-view button[type=submit]").click();
      assertThat(saved(agent, "Medium of mine").locator("a")).hasAttribute("aria-current", "true");
      Assertions.assertThat(Integer.parseInt(saved(agent, "Medium of mine").locator(".count").innerText())).isEqualTo(lengthOf(agent));

      lead.open("/inbox?view=free&sort=newest");
      assertThat(saved(lead, "Medium of mine")).hasCount(0);
      lead.page().getByTitle("Save this list as a view").click();
      lead.page().locator("#view-name").fill("Newest for all");
      lead.page().getByLabel("For everybody who works").check();
      lead.page().locator("#save-view button[type=submit]").click();
      assertThat(saved(lead, "Newest for all")).hasCount(1);

      agent.open("/inbox");
      saved(agent, "Newest for all").locator("a").click();
      assertThat(agent.page()).hasURL(Pattern.compile("view=free&sort=newest"));
      assertThat(saved(agent, "Newest for all").locator("button")).hasCount(0);
      Assertions.assertThat(saveView(agent, "Sneaky", "on")).isEqualTo(409);
      saved(agent, "Medium of mine").locator("button").click();
      assertThat(saved(agent, "Medium of mine")).hasCount(0);
      lead.open("/inbox");
      saved(lead, "Newest for all").locator("button").click();
      assertThat(saved(lead, "Newest for all")).hasCount(0);
    }
  }

  @Test
  void anExportHarmsNoSpreadsheetAndHoldsOnlyWhatItsReaderMaySee() {
    String number = filing.addressUpdate("=HYPERLINK(\"http://elsewhere\")", "1 Formula Way");
    try (Person agent = Person.signedIn(server, "agent");
        Person worker = Person.signedIn(server, TestUsers.workers().get(0))) {
      String csv = agent.context().request().get("/inbox/csv?q=hyperlink").text();
      Assertions.assertThat(csv).startsWith("\uFEFFCase,Subject,").contains(number + ",\"'=HYPERLINK(\"\"http://elsewhere\"\")\",");
      String address = "/inbox?q=hyperlink";
      worker.open(address);
      Assertions.assertThat(worker.page().content()).doesNotContain(number);
      Assertions.assertThat(worker.context().request().get("/inbox/csv?q=hyperlink").text()).doesNotContain(number);
      Assertions.assertThat(worker.context().request().get("/inbox/ids?q=hyperlink").text()).isEqualTo("[]");
      long item = filing.workItem(number);
      Assertions.assertThat(worker.context().request().get("/preview?id=" + item).status()).isEqualTo(404);
      Assertions.assertThat(act(worker, "claim", item)).contains("\"ok\":false", "FIND-001");
      server.as(TestUsers.workers().get(0)).post("/api/v1/work-items/" + item + "/snooze", Map.of("until", in(60), "reason", "x")).expect(404);
    }
  }

  @Test
  void anotherRoleGetsNothingOfTheInbox() {
    try (Person requester = Person.signedIn(server, "requester")) {
      for (String address : List.of("/inbox/csv", "/inbox/ids", "/preview?id=1", "/live")) {
        Assertions.assertThat(requester.context().request().get(address).status()).as(address).isEqualTo(403);
      }
      Assertions.assertThat(saveView(requester, "Mine", "")).isEqualTo(403);
      Object opened =
          requester
              .page()
              .evaluate(
                  "() => new Promise(done => { const s = new WebSocket(`ws://${location.host}/live`); s.onopen = () => done('open'); s.onerror = () => done('refused'); })");
      Assertions.assertThat(opened).isEqualTo("refused");
    }
  }

  @Test
  void refusalsSayWhyAndBadCommandsDoNothing() {
    long item = itemOf("Not to be put off");
    try (Person agent = Person.signedIn(server, "agent")) {
      Assertions.assertThat(act(agent, "snooze", item)).contains("\"ok\":false");
      Assertions.assertThat(act(agent, "release", item)).contains("WORK-004");
      Assertions.assertThat(act(agent, "priority", item)).contains("WORK-016");
      Assertions.assertThat(post(agent, "/inbox/act", Map.of("what", "explode", "ids", "1"))).isEqualTo(400);
      Assertions.assertThat(post(agent, "/inbox/act", Map.of("what", "claim", "ids", "1;2"))).isEqualTo(400);
      server.as("lead").post("/api/v1/work-items/" + item + "/snooze", Map.of("until", in(-60), "reason", "x")).expect(409);
      server.as("lead").post("/api/v1/work-items/" + item + "/snooze", Map.of("until", in(60), "reason", " ")).expect(422);
      server.as("agent").post("/api/v1/work-items/" + item + "/snooze", Map.of("until", in(60), "reason", "x")).expect(403);
      agent.open("/inbox?cursor=nonsense");
      assertThat(agent.page().locator(".notices .bad")).containsText("PAGE-001");
    }
  }

  private long itemOf(String subject) {
    return filing.workItem(filing.addressUpdate(subject, "1 Test Street"));
  }

  private static String in(long seconds) {
    return java.time.Instant.now().plusSeconds(seconds).toString();
  }

  private static Locator rowOf(Person person, long item) {
    return person.page().locator("#row-" + item);
  }

  private static Locator said(Person person) {
    return person.page().locator("#said p");
  }

  private static Locator saved(Person person, String name) {
    return person.page().locator("#views .saved").filter(new Locator.FilterOptions().setHasText(name));
  }

  private static Object chosenIds(Person person) {
    return person.page().evaluate("() => Object.entries(sessionStorage).filter(([k]) => k.startsWith('casebound-chosen')).map(([, v]) => v).join()");
  }

  private static void filter(Person person, String text) {
    person.press("f");
    person.page().locator("#filter").fill(text);
    String before = person.page().url();
    person.page().keyboard().press("Enter");
    person.page().waitForURL(address -> !address.equals(before));
  }

  private static int lengthOf(Person person) {
    int rows = 0;
    while (true) {
      rows += person.page().locator("#rows > tr").count();
      Locator next = person.page().locator("a[rel=next]");
      if (next.count() == 0) {
        return rows;
      }
      person.open(next.getAttribute("href"));
    }
  }

  private static String act(Person person, String what, long item) {
    FormData form = FormData.create().set("what", what).set("ids", String.valueOf(item)).set("until", "x");
    return person.context().request().post("/inbox/act", RequestOptions.create().setForm(form)).text();
  }

  private static int post(Person person, String path, Map<String, String> fields) {
    FormData form = FormData.create();
    fields.forEach(form::set);
    return person.context().request().post(path, RequestOptions.create().setForm(form)).status();
  }

  private static int saveView(Person person, String name, String shared) {
    return post(person, "/inbox/views", Map.of("name", name, "query", "view=free", "shared", shared));
  }
}
