package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.api.HookReceiver;
import org.casebound.e2e.api.SignedBank;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes a picture of every page for {@code docs/images}, and four more of each (desk and phone, light and dark) for the eye in
 * {@code target/pictures}: {@code mvn verify -Dit.test=PicturesIT -Dtest=none -Dcasebound.screenshots=true}. Each area stands for itself; the
 * order is that of a day, so that the start page at its end has something to show.
 */
@EnabledIfSystemProperty(named = "casebound.screenshots", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PicturesIT {
  private static final String[] PROOF = {
    "Severn Water and Energy", "Bill for October, 4 November 2026", "", "Example Customer", "22 Mill Lane", "BS1 4SB Bristol", "United Kingdom"
  };

  private static CaseboundServer server;

  private final Filing filing = new Filing(server);
  private final Desk desk = new Desk(server);

  @BeforeAll
  static void start() {
    server =
        CaseboundServer.on(Database.H2)
            .with("casebound.webhooks.insecure", "true")
            .with("casebound.webhooks.allow", "localhost")
            .with("casebound.webhooks.first-pause", "PT10M")
            .with("casebound.webhooks.data-warehouse.secrets", SharedServer.WEBHOOK_SECRETS)
            .with("casebound.webhooks.letters.secrets", SharedServer.WEBHOOK_SECRETS)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void ofSigningInAndOfErrors() {
    try (Person stranger = Person.stranger(server)) {
      stranger.page().setViewportSize(1440, 900);
      take(stranger, "/", "login");
    }
    try (Person agent = Person.signedIn(server, "agent")) {
      take(agent, "/nowhere", "not-found");
      agent.open("/cases");
      agent.page().getByTitle("Settings of the console").click();
      keep(agent, "settings");
      agent.open("/inbox");
      agent.press("?");
      keep(agent, "keys");
    }
  }

  @Test
  @Order(2)
  void ofTheInbox() {
    filing.feeInquiry("Fee for a replacement card", "I did not order a second card.");
    filing.addressUpdate("Move to Lindenweg 7", "Lindenweg 7");
    long lilas = filing.workItem(filing.addressUpdate("Move to 22 rue des Lilas", "22 rue des Lilas"));
    filing.addressUpdate("Move to 14 Harbour Lane", "14 Harbour Lane");
    long mill = filing.workItem(filing.addressUpdate("Move to 118 Old Mill Road", "118 Old Mill Road"));
    server.as("lead").post("/api/v1/work-items/" + lilas + "/claim", "{}").expect(200);
    server.as("agent").post("/api/v1/work-items/" + mill + "/claim", "{}").expect(200);
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      lead.open("/work/" + lilas);
      agent.open("/inbox");
      assertThat(agent.page().locator(".present")).hasCount(1);
      agent.press("j");
      assertThat(agent.page().locator("#preview .facts").first()).isVisible();
      keep(agent, "inbox");
      agent.press("x", "j", "x");
      assertThat(agent.page().locator("#chosen")).hasText("2 selected");
      keep(agent, "inbox-bulk");
      Bundles.publish(server, "together");
      for (int fee = 1; fee <= 2; fee++) {
        desk.file(Map.of("process", "Together", "subject", "Fee of the campaign " + fee, "requester", "requester", "attributes", Map.of("amount", 12.5)));
      }
      agent.open("/inbox?q=campaign");
      agent.press("*");
      agent.page().locator("#bulk button").filter(new Locator.FilterOptions().setHasText("Decide together")).click();
      assertThat(agent.page().locator("#decide-sample")).containsText("Fee of the campaign");
      keep(agent, "inbox-decide");
    }
    try (Person phone = Person.signedIn(server, "agent", ColorScheme.DARK, 390, 700)) {
      phone.open("/inbox");
      keep(phone, "inbox-phone");
    }
  }

  @Test
  @Order(3)
  void ofAWorkItem() {
    long item = filing.workItem(filing.checkedAddress("22 Mill Lane", PROOF));
    try (Person lead = Person.signedIn(server, "lead");
        Person agent = Person.signedIn(server, "agent")) {
      lead.open("/work/" + item);
      lead.page().getByLabel("Write to colleagues").fill("The customer called twice today.");
      lead.button("Send").click();
      assertThat(lead.page().locator(".talk")).containsText("twice today");
      agent.open("/work/" + item);
      agent.button("Claim").click();
      assertThat(agent.page().locator("canvas.sheet")).isVisible();
      agent.press("y");
      agent.page().getByLabel("Comment").fill("The proof names another house number.");
      agent.page().evaluate("() => scrollTo(0, 0)");
      keep(agent, "work-item");
      agent.press("Escape", "e");
      keep(agent, "work-item-attention");
      agent.press("Escape");
      server.as("agent").post("/api/v1/work-items/" + item + "/delegate", Map.of("to", "lead")).expect(200);
      server.as("lead").post("/api/v1/work-items/" + item + "/complete", Map.of("outcome", "rejected", "comment", "The bill is of another person.")).expect(200);
      agent.button("Reject").click();
      assertThat(agent.page().locator("#conflict")).isVisible();
      keep(agent, "work-item-conflict");
    }
    try (Person agent = Person.signedIn(server, "agent", ColorScheme.DARK, 1440, 900)) {
      agent.open("/work/" + filing.workItem(filing.addressUpdate("Move to 9 Dark Street", "9 Dark Street")));
      assertThat(agent.page().locator("canvas.sheet")).isVisible();
      keep(agent, "work-item-dark");
    }
  }

  @Test
  @Order(4)
  void ofCases() {
    String fee = filing.feeInquiry("Charge on my statement", "What is this charge of 12.50?");
    String address = filing.addressUpdate("Move to 3 Quay Street", "3 Quay Street");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + fee);
      agent.button("Take").click();
      assertThat(agent.notice()).containsText("is yours");
      agent.open("/case/" + fee);
      keep(agent, "case-by-hand");
      String messages = "/api/v1/cases/" + fee + "/messages";
      server.as("agent").post(messages, Map.of("text", "Dear customer, which statement shows this charge?\nThe one of September or that of October?")).expect(201);
      byte[] statement = new ProofOfAddress(List.of(PROOF)).pdf();
      Map<String, Object> letter = Map.of("name", "statement.pdf", "mediaType", "application/pdf", "content", Base64.getEncoder().encodeToString(statement));
      server.as("requester").post(messages, Map.of("text", "That of October, please see the file.", "document", letter)).expect(201);
      agent.open("/case/" + fee);
      agent.page().locator("#messages").evaluate("part => part.scrollIntoView()");
      keep(agent, "case-messages");
      take(agent, "/cases", "cases");
      take(agent, "/search?q=move", "search");
      take(agent, "/case/" + address, "case-flow");
      server.as("agent").post("/api/v1/cases/" + fee + "/links", Map.of("relation", "FOLLOW_UP_OF", "number", address, "reason", "The charge came with the move.")).expect(201);
      agent.open("/case/" + fee);
      agent.page().locator("#related").evaluate("part => part.scrollIntoView()");
      keep(agent, "case-related");
      desk.complete(filing.workItem(address), "approved", "");
      desk.awaitStatus(address, "CLOSED");
      take(agent, "/case/" + address, "case");
    }
  }

  @Test
  @Order(5)
  void ofRequests() {
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/request/Fee_Inquiry");
      requester.button("Save and go on later").click();
      assertThat(page.locator(".begun li")).hasCount(1);
      take(requester, "/requests", "requests");
      requester.open("/request/Address_Update");
      page.getByLabel("Customer number").fill("C-4417");
      page.getByLabel("Street and number").fill("Grüner Weg 7");
      page.getByLabel("Postal code").fill("?");
      page.getByLabel("City").fill("Berlin");
      page.getByLabel("Country").selectOption("DE");
      page.getByLabel("Proof of address").setInputFiles(new FilePayload("proof.pdf", "application/pdf", new ProofOfAddress(List.of(PROOF)).pdf()));
      requester.button("Check the request").click();
      assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
      keep(requester, "request-form");
      page.getByLabel("Postal code").fill("10115");
      requester.button("Check the request").click();
      assertThat(requester.button("File the request")).isVisible();
      keep(requester, "request-check");
      requester.button("File the request").click();
      assertThat(page.locator("#where")).hasText("We are working on it");
      keep(requester, "track");
      String number = page.locator(".crumbs .mono").textContent();
      server.as("agent").post("/api/v1/cases/" + number + "/messages", Map.of("text", "Thank you. Does anybody else move with you?")).expect(201);
      requester.open("/track/" + number);
      page.locator("#talk").evaluate("part => part.scrollIntoView()");
      keep(requester, "track-messages");
    }
  }

  @Test
  @Order(5)
  void ofNotifications() {
    String moved = filing.addressUpdate("Move to 3 Orchard Close", "3 Orchard Close");
    String item = "/api/v1/work-items/" + filing.workItem(moved);
    server.as("lead").post(item + "/claim", "").expect(200);
    server.as("lead").post(item + "/reassign", Map.of("to", "agent", "reason", "You know the street.")).expect(200);
    String fee = filing.feeInquiry("Fee for a second statement", "I asked for one only.");
    server.as("requester").post("/api/v1/cases/" + fee + "/messages", Map.of("text", "Is there anything new?")).expect(201);
    try (Person agent = Person.signedIn(server, "agent")) {
      take(agent, "/notifications", "notifications");
    }
  }

  @Test
  @Order(6)
  void ofTheStudio() {
    try (Person owner = Person.signedIn(server, "owner")) {
      take(owner, "/studio", "studio");
      take(owner, "/bundles", "bundles");
      take(owner, "/templates", "templates");
      take(owner, "/templates/fee-reversal", "template");
      owner.open("/studio");
      owner.page().getByLabel("API name").fill("Credit_Limit");
      owner.page().getByLabel("Begin with").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Change a credit limit"));
      owner.button("Begin").click();
      assertThat(owner.page().locator("textarea[data-source]")).isVisible();
      keep(owner, "studio-draft");
      owner.button("Play all").click();
      assertThat(owner.page().locator("#suite")).containsText("scenarios passed");
      owner.page().locator("#suite").scrollIntoViewIfNeeded();
      keep(owner, "studio-scenarios");
      owner.open("/outline/Credit_Limit");
      owner.page().locator(".branches a").nth(12).click();
      keep(owner, "outline");
      take(owner, "/form/Credit_Limit", "form");
      owner.open("/process/Credit_Limit");
      owner.button("Publish").click();
      assertThat(owner.notice()).containsText("is published");
      take(owner, "/process/Credit_Limit", "process");
      server.as("owner").post("/api/v1/studio/templates/fee-reversal", Map.of("name", "Reversal")).expect(200);
      owner.open("/process/Reversal");
      owner.page().getByLabel("In force from (optional)").fill("2027-01-01T06:00");
      owner.page().locator("#process button[id$=publish]").first().click();
      assertThat(owner.page().locator("#activation h2")).isVisible();
      keep(owner, "process-planned");
      Bundles.publish(server, "moving-1");
      desk.file(Map.of("process", "Moving", "requester", "requester", "attributes", Map.of()));
      desk.file(Map.of("process", "Moving", "requester", "requester", "attributes", Map.of()));
      Bundles.publish(server, "moving-2");
      owner.open("/process/Moving");
      owner.page().getByText("Compare versions").click();
      assertThat(owner.page().locator(".lines .changed").first()).isVisible();
      keep(owner, "compare");
      owner.open("/migrate/Moving");
      owner.page().getByLabel("Stage: Intake").selectOption("reception");
      owner.page().getByLabel("Step: Check").selectOption("look");
      owner.page().getByLabel("Reason").fill("Two looks are law now.");
      owner.button("Rehearse").click();
      assertThat(owner.page().locator("#rehearsal tbody tr")).hasCount(2);
      keep(owner, "migrate");
      owner.button("Move them all").click();
      assertThat(owner.page().locator("#live")).containsText("2 of 2", soon());
      assertThat(owner.page().locator("#live[data-live=no]")).isVisible();
      keep(owner, "migration");
    }
  }

  @Test
  @Order(7)
  void ofOperations() {
    Stops stops = new Stops(server);
    List<String> numbers = stops.file(3);
    try (Person operator = Person.signedIn(server, "operator")) {
      take(operator, "/ops", "ops");
      take(operator, "/ops/incidents", "ops-incidents");
      take(operator, "/ops/incident/" + stops.incident(numbers.get(0)), "ops-incident");
      operator.open("/ops/incidents");
      operator.page().locator(".cause").filter(new Locator.FilterOptions().setHasText("Block the card")).getByText("Act on all").click();
      operator.page().getByLabel("Reason").fill("The bank says it is better now.");
      keep(operator, "ops-batch-new");
      operator.page().locator("button[id$=begin]").click();
      assertThat(operator.page().locator("#live")).containsText("Ended", soon());
      keep(operator, "ops-batch");
      take(operator, "/ops/batches", "ops-batches");
      take(operator, "/ops/timers", "ops-timers");
      take(operator, "/ops/nodes", "ops-nodes");
    }
  }

  @Test
  @Order(7)
  void ofFilesAndOfWhatIsKept() {
    String held = filing.feeInquiry("Charge of a lawsuit", "Whose is it?");
    server.as("lead").post("/api/v1/cases/" + held + "/legal-holds", Map.of("reason", "Lawsuit 7")).expect(200);
    try (Person operator = Person.signedIn(server, "operator");
        Person admin = Person.signedIn(server, "admin")) {
      operator.open("/ops/bulk");
      StringBuilder file = new StringBuilder("subject,accountNumber,amount,question\n");
      for (int line = 1; line <= 40; line++) {
        file.append("Charge of October,DE02120300000000202051,").append(line % 9 == 0 ? "much" : line).append(",What is it for?\n");
      }
      operator.page().locator("input[type=file]").setInputFiles(new FilePayload("charges-october.csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)));
      operator.page().getByLabel("Process of lines that name none").selectOption("Fee_Inquiry");
      operator.button("Take the file in").click();
      assertThat(operator.page().locator("#live")).containsText("40 of 40", soon());
      assertThat(operator.page().locator("#live[data-live=no]")).isVisible();
      keep(operator, "bulk-job");
      take(operator, "/ops/bulk", "bulk-jobs");
      operator.open("/ops/retention");
      operator.button("Do what is due now").click();
      assertThat(operator.page().locator("#live[data-live=no]")).containsText("Ended", soon());
      take(admin, "/ops/retention?case=" + held, "retention");
    }
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  @Test
  @Order(8)
  void ofIntegrations() {
    Bundles.publish(server, "doubtful");
    server.bank().put("/faults", Map.of("dropAnswer", 1)).expect(200);
    String doubtful = desk.file(Map.of("process", "Doubtful_Block", "requester", "requester", "attributes", Map.of("cardId", Desk.newCard())));
    desk.awaitStatus(doubtful, "ESCALATED");
    SignedBank.of(server).send("{\"messageId\":\"m-4711\",\"idempotencyKey\":\"none-of-ours\",\"status\":\"DONE\"}", Instant.now()).expect(404);
    try (Person operator = Person.signedIn(server, "operator")) {
      take(operator, "/integrations", "integrations");
      server.as("operator").post("/api/v1/connectors/card-system/stop", Map.of("reason", "The card system is down until 14:00.")).expect(200);
      take(operator, "/integrations/connector/card-system", "connector");
      server.as("operator").post("/api/v1/connectors/card-system/start", Map.of("reason", "It is back.")).expect(200);
      take(operator, "/integrations/ledger", "ledger");
      operator.open("/integrations/ledger?state=IN_DOUBT");
      operator.row(doubtful).locator(".rowlink").click();
      assertThat(operator.page().locator(".incident")).isVisible();
      keep(operator, "call-in-doubt");
      take(operator, "/integrations/replies", "replies");
      operator.page().locator("tbody .rowlink").first().click();
      assertThat(operator.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Match"))).isVisible();
      keep(operator, "reply");
      take(operator, "/integrations/definitions", "definitions");
      take(operator, "/integrations/definition/Address_Update/Update_Address", "definition");
    }
  }

  @Test
  @Order(8)
  void ofAdminsWork() {
    Bundles.publish(server, "deadlines");
    String number = filing.addressUpdate("Move to 4 Quay Street", "4 Quay Street");
    try (Person admin = Person.signedIn(server, "admin")) {
      take(admin, "/admin/access?case=%s&user=operator&role=operator".formatted(number), "admin-access");
      take(admin, "/admin/calendars?calendar=Deadlines%2FOffice&start=2026-12-23T15:00&hours=8&minutes=0", "admin-calendars");
      server.as("operator").post("/api/v1/connectors/card-system/stop", Map.of("reason", "Planned work.")).expect(200);
      server.as("operator").post("/api/v1/connectors/card-system/start", Map.of("reason", "Done.")).expect(200);
      server.as("lead").post("/api/v1/cases/" + number + "/legal-holds", Map.of("reason", "Complaint.")).expect(200);
      take(admin, "/admin/changes?check=yes", "admin-changes");
    }
  }

  @Test
  @Order(8)
  void ofAdmin() {
    desk.awaitWorkItem(desk.file(Desk.addressUpdate(Desk.newCustomer())));
    Map<String, Object> away = Map.of("absent", "agent", "substitute", "lead", "from", "2026-12-21T08:00:00Z", "until", "2027-01-04T08:00:00Z");
    server.as("lead").post("/api/v1/substitutions", away).expect(201);
    try (Person admin = Person.signedIn(server, "admin")) {
      take(admin, "/admin", "admin-system");
      take(admin, "/admin/queues", "admin-queues");
      take(admin, "/admin/roles", "admin-roles");
    }
  }

  @Test
  @Order(9)
  void ofWebhooks() {
    try (HookReceiver receiver = new HookReceiver();
        Person admin = Person.signedIn(server, "admin")) {
      for (String name : List.of("data-warehouse", "letters")) {
        server
            .as("admin")
            .post(
                "/api/v1/webhooks",
                Map.of(
                    "name", name, "url", receiver.address(), "events", List.of("case.created", "case.status_changed", "case.closed"), "processes", List.of("Block_Credit_Card")))
            .expect(201);
      }
      server.as("admin").post("/api/v1/webhooks/letters/pause", Map.of("reason", "The receiver moves until Friday.")).expect(200);
      receiver.answer(503, Map.of());
      for (int i = 0; i < 3; i++) {
        desk.awaitStatus(desk.file(Desk.cardBlock(Desk.newCard())), "CLOSED");
      }
      await("all but one to be taken").atMost(Duration.ofSeconds(30)).until(() -> deliveries("PENDING").size() == 1 && deliveries("DELIVERED").size() >= 5);
      take(admin, "/integrations/webhooks", "webhooks");
      take(admin, "/integrations/webhook/data-warehouse?delivery=" + deliveries("PENDING").get(0).path("id").asLong(), "webhook");
      take(admin, "/integrations/events", "events");
    }
  }

  private List<JsonNode> deliveries(String state) {
    return server.as("admin").all("/api/v1/webhooks/data-warehouse/deliveries?state=" + state);
  }

  @Test
  @Order(9)
  void ofTheStartPage() {
    new Stops(server).file(1);
    for (String user : List.of("agent", "lead", "operator", "owner")) {
      try (Person person = Person.signedIn(server, user)) {
        take(person, "/", "home-" + user);
      }
    }
  }

  private static void take(Person person, String address, String name) {
    person.open(address);
    keep(person, name);
  }

  /** For the documentation, and for the eye. */
  static void keep(Person person, String name) {
    Path folder = Path.of(System.getProperty("casebound.root"), "docs", "images");
    person.page().evaluate("() => document.fonts.ready.then(() => true)");
    Palette.write(person.page().screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)), folder.resolve(name + ".png"));
    Pictures.of(person.page(), name);
  }
}
