package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.api.SignedBank;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.StatementCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connectors, calls, replies, integrations, timers and nodes in the console: what is shown is true, what is counted is listed. */
@ExtendWith(ServerLogOnFailure.class)
class IntegrationPagesIT {
  private static final String CARDS = "/api/v1/connectors/card-system";
  private static final Map<String, String> REASON = Map.of("reason", "The test is over.");

  private static final boolean PICTURES = Boolean.getBoolean("casebound.screenshots");

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Desk desk = new Desk(server);

  @AfterEach
  void behave() {
    server.bank().delete("/faults");
    if (!cards().path("state").asText().equals("CLOSED")) {
      server.as("operator").post(CARDS + "/start", REASON).expect(200);
    }
  }

  @Test
  void anOperatorStopsCallsSeesWhatWaitsAndStartsThem() {
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/integrations");
      operator.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("card-system").setExact(true)).click();
      assertThat(operator.heading()).hasText("card-system");
      assertThat(operator.page().locator(".head .badge")).hasText("Calls go out");
      operator.button("Check health").click();
      assertThat(operator.page().locator("#connector .badge").filter(new Locator.FilterOptions().setHasText("Reachable"))).isVisible();
      operator.button("Stop calling card-system").click();
      assertThat(operator.page().locator("#reason-wrong")).hasText("Say in a few words why.");
      operator.page().getByLabel("Reason").fill("The bank moves its data centre.");
      operator.button("Stop calling card-system").click();
      assertThat(operator.notice()).hasText("Calls to card-system are stopped.");
      assertThat(operator.page().locator(".head .badge")).hasText("Stopped by hand");
      assertThat(operator.page().locator(".head .sub")).containsText("operator: The bank moves its data centre.");
      String waiting = awaitParked();
      operator.open("/integrations/connector/card-system");
      take(operator, "connector");
      String parked = operator.page().locator(".counts a").first().locator("strong").textContent();
      operator.page().locator(".counts a").first().click();
      assertThat(operator.page().locator("tbody tr")).hasCount(Integer.parseInt(parked));
      assertThat(operator.page().locator("#states a[aria-current] .count")).hasText(parked);
      assertThat(operator.row(waiting)).containsText("The bank moves its data centre.");

      operator.open("/integrations/connector/card-system");
      operator.page().getByLabel("Reason").fill("Moved.");
      server.as("operator").post(CARDS + "/start", REASON).expect(200);
      desk.awaitStatus(waiting, "CLOSED");
      await("all parked calls to be resumed").atMost(Duration.ofSeconds(30)).until(() -> !cards().path("resuming").asBoolean());
      operator.button("Start calling card-system").click();
      assertThat(operator.notice()).hasText("Calls to card-system are not stopped. (CIRC-002)");
      operator.open("/integrations/connector/card-system");
      assertThat(operator.page().locator(".timeline li").first()).containsText("The test is over.");
      operator.expectNoComplaint();
    }
  }

  /** Until the node knows that calls are stopped, within a second. Answers a case whose call is parked. */
  private String awaitParked() {
    return await("a call to be parked")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> desk.file(Desk.cardBlock(Desk.newCard())),
            number -> Desk.attempts(desk.look(number)).get(0).path("outcome").asText().equals("PLANNED"));
  }

  @Test
  void aCallInDoubtSaysWhatSettlesIt() {
    Bundles.publish(server, "doubtful");
    server.bank().put("/faults", Map.of("dropAnswer", 1)).expect(200);
    String card = Desk.newCard();
    String number = desk.file(Map.of("process", "Doubtful_Block", "requester", "requester", "attributes", Map.of("cardId", card)));
    desk.awaitStatus(number, "ESCALATED");
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/integrations/ledger");
      operator.page().locator("#case").fill(number);
      operator.button("Show").click();
      assertThat(operator.page().locator("tbody tr")).hasCount(1);
      operator.page().locator("#states a").filter(new Locator.FilterOptions().setHasText("In doubt")).click();
      assertThat(operator.page()).hasURL(Pattern.compile("\\?state=IN_DOUBT&case=" + number));
      assertThat(operator.page().locator("#states a[aria-current] .count")).hasText("1");
      assertThat(operator.page().locator("tbody tr")).hasCount(1);
      assertThat(operator.row(number)).containsText("Ask the back office what became of the key");
      operator.row(number).locator(".rowlink").click();
      assertThat(operator.page().locator(".incident")).containsText("retry or skip the step by its incident");
      assertThat(operator.page().locator(".trylist pre").first()).containsText("••••••");
      take(operator, "call-in-doubt");
      Assertions.assertThat(operator.page().content()).doesNotContain(card);
      operator.page().getByText("Open case " + number).click();
      operator.page().getByLabel("Reason").first().fill("Ask the bank.");
      operator.page().locator("#steer-title").waitFor();
      operator.page().locator("button", new Page.LocatorOptions().setHasText("Retry")).first().click();
      desk.awaitStatus(number, "CLOSED");
      operator.open("/integrations/ledger?state=IN_DOUBT&case=" + number);
      assertThat(operator.page().getByText("No call is in doubt")).isVisible();
      operator.open("/integrations/ledger?case=nonsense");
      assertThat(operator.notice()).containsText("nonsense");
      operator.open("/integrations/ledger?case=" + number + "&from=2030-01-01");
      assertThat(operator.page().getByText("No call matches")).isVisible();
      Assertions.assertThat(operator.open("/integrations/call/99999999")).isEqualTo(404);
      Assertions.assertThat(operator.open("/integrations/connector/no-such-one")).isEqualTo(404);
      operator.expectNoComplaint();
    }
  }

  @Test
  void aPersonSaysWhichCallAReplyAnswersOrPutsItAside() {
    server.bank().put("/faults", Map.of("loseAcknowledgements", 1)).expect(200);
    String number = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    desk.complete(desk.awaitWorkItem(number), "approved", "");
    desk.awaitStatus(number, "WAITING");
    String other = desk.file(Desk.cardBlock(Desk.newCard()));
    desk.awaitStatus(other, "CLOSED");
    long card = ledger("case=" + other).get(0).path("id").asLong();
    String message = stranger();
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/integrations/replies?connector=core-banking");
      operator.page().locator("#states a").filter(new Locator.FilterOptions().setHasText("Unmatched")).click();
      assertThat(operator.page().locator("tbody tr")).hasCount(Integer.parseInt(operator.page().locator("#states a[aria-current] .count").textContent()));
      operator.row(message).locator(".rowlink").click();
      operator.page().getByLabel("Reason").fill("The bank called us.");
      operator.button("Match").click();
      assertThat(operator.page().locator("#reason-wrong")).hasText("Choose the call that it answers.");
      operator.page().getByLabel("Id of another call").fill(String.valueOf(card));
      operator.button("Match").click();
      assertThat(operator.notice())
          .hasText("The reply came in through core-banking, but call %d went out through card-system. (ACK-002)".formatted(card));
      operator.page().getByLabel("Id of another call").fill("");
      operator.page().locator(".candidates label").filter(new Locator.FilterOptions().setHasText(number)).locator("input").check();
      operator.button("Match").click();
      assertThat(operator.page().locator(".head .badge")).hasText("Matched");
      assertThat(operator.page().locator(".facts").first()).containsText("The bank called us.");
      desk.awaitStatus(number, "CLOSED");
      expectTrail(operator, number, message);

      String second = stranger();
      operator.open("/integrations/replies?state=UNMATCHED");
      operator.row(second).locator(".rowlink").click();
      operator.button("Discard").click();
      assertThat(operator.page().locator("#reason-wrong")).hasText("Say in a few words why.");
      operator.page().getByLabel("Reason").fill("Sent by a test of theirs.");
      operator.button("Discard").click();
      assertThat(operator.page().locator(".head .badge")).hasText("Discarded");
      operator.open("/integrations/replies?state=DISCARDED");
      assertThat(operator.row(second)).containsText("Sent by a test of theirs.");
      operator.expectNoComplaint();
    }
  }

  /** Whatever name it is looked for by, the request, the acknowledgment and the answer are there, one after the other. */
  private void expectTrail(Person operator, String number, String message) {
    JsonNode call = ledger("case=" + number).get(0);
    operator.open("/integrations/messages");
    assertThat(operator.page().locator("#messages")).containsText("Say what you look for");
    operator.page().locator("#of").fill(" " + number.toLowerCase(Locale.ROOT));
    operator.button("Find").click();
    assertThat(operator.page().locator("#messages li strong")).hasText(new String[] {"Request", "Acknowledgment", "Answer"});
    for (String name : new String[] {call.path("idempotencyKey").asText(), call.path("reference").asText(), call.path("id").asText(), message}) {
      Assertions.assertThat(name).isNotEmpty();
      operator.open("/integrations/messages?of=" + name);
      assertThat(operator.page().locator("#messages li strong")).hasText(new String[] {"Request", "Acknowledgment", "Answer"});
    }
    Locator acknowledgment = operator.page().locator("#messages li").nth(1);
    assertThat(acknowledgment).containsText(message);
    assertThat(acknowledgment).containsText("The bank called us.");
    assertThat(acknowledgment.locator("a[href='/case/" + number + "']")).hasCount(1);
    operator.page().locator("#messages summary").first().click();
    assertThat(operator.page().locator("#messages pre").first()).containsText("••••••");
    take(operator, "messages");
    operator.follow(acknowledgment.locator("a[href*='/integrations/reply/']"));
    operator.page().goBack();
    operator.follow(operator.page().locator("#messages a[href*='/integrations/call/']").first());
    operator.follow(operator.page().locator(".facts a.mono[href*='/integrations/messages']"));
    operator.open("/integrations/messages?of=nobody-said-this");
    assertThat(operator.page().locator("#messages")).containsText("Nothing goes by this name");
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.open("/integrations/messages?of=" + number);
      assertThat(lead.page().locator("#messages li strong")).hasText(new String[] {"Request", "Answer"});
      assertThat(lead.page().locator("#messages")).containsText("only operators see the reply inbox");
      Assertions.assertThat(lead.page().content()).doesNotContain(message);
      lead.open("/integrations/messages?of=" + message);
      assertThat(lead.page().locator("#messages")).containsText("Nothing goes by this name");
    }
  }

  @Test
  void anOwnerTriesAnIntegrationAndCallsOnlyWhenHeTicksSo() {
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Integrations")).click();
      owner.page().locator("#connectors a", new Page.LocatorOptions().setHasText("card-system")).click();
      owner.page().locator("a[href*='/Block_Credit_Card/Block_Card']").click();
      assertThat(owner.page().locator("table.tries").first()).containsText("cardId");
      owner.page().getByLabel("Inputs (JSON)").fill("{\"cardId\": ");
      owner.button("Preview").click();
      assertThat(owner.notice()).containsText("(INTG-005)");
      owner.page().getByLabel("Inputs (JSON)").fill("{\"cardId\": \"%s\", \"reason\": \"lost\"}".formatted(Desk.newCard()));
      owner.button("Preview").click();
      assertThat(owner.page().locator("#made pre").first()).containsText("\"reason\" : \"lost\"");
      owner.button("Test").click();
      assertThat(owner.page().locator("#made h2")).hasText("Dry test: nothing was sent");
      owner.page().getByLabel("Really make the call").check();
      owner.button("Test").click();
      assertThat(owner.page().locator("#made h2")).hasText("The call was made");
      assertThat(owner.page().locator("#made .facts")).containsText("Done");
      String key = owner.page().locator("#made .facts .mono").textContent();
      server.bank().get("/ledger?key=" + key).expect(200);
      assertThat(owner.page().getByLabel("Really make the call")).not().isChecked();
      owner.expectNoComplaint();
    }
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/integrations/definition/Block_Credit_Card/Block_Card");
      assertThat(operator.heading()).isVisible();
      assertThat(operator.button("Test")).isHidden();
      Assertions.assertThat(operator.open("/integrations/definition/Block_Credit_Card/No_Such")).isEqualTo(404);
    }
  }

  @Test
  void nodesAndTimersCountWhatTheyList() throws SQLException {
    try (StatementCount database = StatementCount.begin(server);
        Person operator = Person.signedIn(server, "operator")) {
      database.change(
          "insert into due_task (id, kind, subject_id, name, due_at, data, failures, message, version)"
              + " select 910000000000 + n, 'WORK_REMINDER', n, 'counted', now() + n * interval '1 day', '{}', n % 2, 'No such queue.', 0"
              + " from generate_series(1, 4) n");
      operator.open("/ops/timers");
      Locator reminders = operator.page().locator("#counts tbody tr").filter(new Locator.FilterOptions().setHasText("Reminder of a work item"));
      for (int cell = 0; cell < 3; cell++) {
        Locator count = reminders.locator("a").nth(cell);
        int counted = Integer.parseInt(count.textContent());
        count.click();
        assertThat(operator.page().locator("#tasks tbody tr")).hasCount(counted);
      }
      assertThat(operator.page()).hasURL(Pattern.compile("kind=WORK_REMINDER&which=FAILED"));
      assertThat(operator.page().locator("#tasks")).containsText("No such queue.");
      operator.open("/ops/timers?cursor=nonsense");
      assertThat(operator.notice()).containsText("(PAGE-001)");

      operator.open("/ops/nodes");
      Locator node = operator.page().locator("tbody tr").first();
      assertThat(node).containsText("Alive");
      node.locator("a").click();
      assertThat(operator.page()).hasURL(Pattern.compile("/integrations/ledger\\?node="));
      operator.expectNoComplaint();
    } finally {
      try (StatementCount database = StatementCount.begin(server)) {
        database.change("delete from due_task where id > 910000000000");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "requester, 403, 403, 403, 403, 403", "agent, 403, 403, 403, 403, 403", "lead, 200, 200, 403, 200, 403", "owner, 403, 403, 403, 200, 403",
    "operator, 200, 200, 200, 200, 200", "admin, 200, 200, 200, 200, 200"
  })
  void pagesAndLinksAreForTheRolesOfTheApi(String user, int connectors, int ledger, int replies, int definitions, int servers) {
    try (Person person = Person.signedIn(server, user)) {
      expect(person, connectors, "/integrations", "/integrations.xhtml", "/integrations/connector/core-banking");
      expect(person, ledger, "/integrations/ledger", "/integrations/ledger.xhtml", "/integrations/messages?of=x", "/integrations/messages.xhtml");
      expect(person, replies, "/integrations/replies", "/integrations/replies.xhtml", "/integrations/letters/card-system", "/integrations/letters.xhtml");
      expect(person, definitions, "/integrations/definitions", "/integrations/definition/Block_Credit_Card/Block_Card");
      expect(person, servers, "/ops/nodes", "/ops/timers", "/ops/timers.xhtml");
      person.open("/cases");
      assertThat(person.page().locator(".places a[href*='/integrations']")).hasCount(definitions == 200 ? 1 : 0);
      person.open("/ops");
      assertThat(person.page().locator("a[href$='/ops/timers']")).hasCount(servers == 200 ? 1 : 0);
    }
  }

  private static void expect(Person person, int status, String... addresses) {
    for (String address : addresses) {
      Assertions.assertThat(person.context().request().get(address).status()).as(address).isEqualTo(status);
    }
  }

  @Test
  void pagesAskTheDatabaseFewQuestions() throws SQLException {
    desk.awaitStatus(desk.file(Desk.cardBlock(Desk.newCard())), "CLOSED");
    long call = ledger("connector=card-system").get(0).path("id").asLong();
    stranger();
    long reply = server.as("operator").get("/api/v1/acknowledgements").expect(200).json().path("items").get(0).path("id").asLong();
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open("/integrations");
      admin.lookAway();
      expectFew(admin, "/integrations", 2);
      expectFew(admin, "/integrations/connector/card-system", 4);
      expectFew(admin, "/integrations/ledger", 2);
      expectFew(admin, "/integrations/call/" + call, 4);
      expectFew(admin, "/integrations/messages?of=" + call, 9);
      expectFew(admin, "/integrations/replies", 2);
      expectFew(admin, "/integrations/reply/" + reply, 2);
      expectFew(admin, "/integrations/definitions", 0);
      expectFew(admin, "/ops/nodes", 2);
      expectFew(admin, "/ops/timers", 3);
    }
  }

  /** Besides those that {@link StatementCount} leaves out: counts, and what is known of circuits. */
  private void expectFew(Person person, String address, int most) throws SQLException {
    try (StatementCount count = StatementCount.begin(server)) {
      Assertions.assertThat(person.context().request().get(address).status()).isEqualTo(200);
      Map<String, Long> statements = count.statements();
      long total = statements.values().stream().mapToLong(Long::longValue).sum();
      Assertions.assertThat(total).as("%s: %s", address, StatementCount.listed(statements)).isLessThanOrEqualTo(most);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 320, 640"})
  void everyPageIsReadableForAll(ColorScheme scheme, int width, int height) {
    desk.awaitStatus(desk.file(Desk.cardBlock(Desk.newCard())), "CLOSED");
    long call = ledger("connector=card-system&outcome=DONE").get(0).path("id").asLong();
    stranger();
    long reply = server.as("operator").get("/api/v1/acknowledgements?state=UNMATCHED").expect(200).json().path("items").get(0).path("id").asLong();
    List<String> pages =
        List.of(
            "/integrations", "/integrations/connector/card-system", "/integrations/ledger", "/integrations/ledger?state=IN_DOUBT&from=2030-01-01",
            "/integrations/call/" + call, "/integrations/messages?of=" + call, "/integrations/messages?of=nothing", "/integrations/replies", "/integrations/reply/" + reply, "/integrations/letters/card-system", "/integrations/definitions",
            "/integrations/definition/Address_Update/Update_Address", "/ops/timers", "/ops/nodes");
    try (Person admin = Person.signedIn(server, "admin", scheme, width, height)) {
      for (String address : pages) {
        Assertions.assertThat(admin.open(address)).as(address).isEqualTo(200);
        Accessibility.expectNoViolation(admin.page());
        Accessibility.expectNothingSticksOut(admin.page());
        keepPicture(admin, address, width);
      }
      admin.expectNoComplaint();
    }
  }

  /** With {@code -Dcasebound.screenshots=true}, for people to look at. */
  private static void keepPicture(Person person, String address, int width) {
    if (PICTURES) {
      Browser.picture(person.page(), address.substring(1).replaceAll("[^A-Za-z]+", "-") + "-" + width);
    }
  }

  /** With the same, a picture of the documentation. */
  private static void take(Person person, String name) {
    if (PICTURES) {
      Path folder = Path.of(System.getProperty("casebound.root"), "docs", "images");
      person.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
  }

  private String stranger() {
    String message = UUID.randomUUID().toString();
    SignedBank.of(server).send("{\"messageId\":\"%s\",\"idempotencyKey\":\"none-%s\",\"status\":\"DONE\"}".formatted(message, message), Instant.now()).expect(404);
    return message;
  }

  private JsonNode ledger(String query) {
    return server.as("operator").get("/api/v1/ledger?" + query).expect(200).json().path("items");
  }

  private JsonNode cards() {
    return StreamSupport.stream(server.as("operator").get("/api/v1/connectors").expect(200).json().spliterator(), false)
        .filter(each -> each.path("name").asText().equals("card-system"))
        .findFirst()
        .orElseThrow();
  }
}
