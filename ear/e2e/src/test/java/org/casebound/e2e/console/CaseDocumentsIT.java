package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who work a case add documents to it and send them with messages; its timeline shows all of it or one kind. */
@ExtendWith(ServerLogOnFailure.class)
class CaseDocumentsIT {
  /** Pages ask every few seconds; a busy machine is slower. */
  private static final double SOON = 30_000;

  private static final byte[] LETTER = new ProofOfAddress(List.of("A letter", "14 Paper Lane")).pdf();
  private static final FilePayload PAPER = new FilePayload("letter.pdf", "application/pdf", LETTER);
  private static final FilePayload NO_PAPER = new FilePayload("note.pdf", "application/pdf", "Only text".getBytes(StandardCharsets.UTF_8));

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void aDocumentIsAddedAndSeenAtOnceAndTheTimelineKeepsItsKind() {
    String number = filing.checkedAddress("14 Paper Lane");
    try (Person agent = Person.signedIn(server, "agent");
        Person lead = Person.signedIn(server, "lead")) {
      lead.open("/case/" + number + "?timeline=documents");
      assertThat(lead.page().locator("html")).hasAttribute("data-live", "on");
      assertThat(lead.page().locator("#case-timeline-kinds")).containsText("Nothing of that kind has happened.");
      agent.open("/case/" + number);
      refuse(agent);
      agent.page().getByLabel("What it is").selectOption("proof");
      agent.page().getByLabel("New document").setInputFiles(PAPER);
      agent.button("Add document").click();
      assertThat(agent.notice()).hasText("letter.pdf is added.");
      assertThat(agent.page().locator("#case-documents li")).containsText("letter.pdf");
      assertThat(agent.page().locator("#case-documents li")).containsText("Proof");
      assertThat(agent.page().locator("#case-timeline li").first()).containsText("Document “letter.pdf”: Added");

      assertThat(lead.page().locator("#case-documents")).containsText("letter.pdf", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
      assertThat(lead.page().locator("#case-timeline li")).hasCount(1);
      assertThat(lead.page().locator("#case-timeline-kinds [aria-current]")).hasText("Documents1");
      assertThat(lead.page().locator("#changed button")).hasCount(0);
      everyKindHasItsCount(lead.page());
      agent.expectNoComplaint();
      lead.expectNoComplaint();
    }
  }

  /** What is refused stays chosen, with the reason at its field. */
  private static void refuse(Person agent) {
    Locator paper = agent.page().locator("[id$=paperFile]");
    agent.button("Add document").click();
    assertThat(agent.page().locator("#paperFile-wrong")).hasText("Choose a file first.");
    paper.setInputFiles(NO_PAPER);
    agent.button("Add document").click();
    assertThat(agent.page().locator("#paperFile-wrong")).containsText("its content is 'text/plain'");
    assertThat(paper).hasAttribute("aria-invalid", "true");
    assertThat(agent.page().locator(".chosen")).containsText("note.pdf");
    Accessibility.expectNoViolation(agent.page());
    agent.button("Remove note.pdf").click();
    assertThat(agent.page().locator(".chosen")).hasCount(0);
  }

  private static void everyKindHasItsCount(Page page) {
    Locator kinds = page.locator("#case-timeline-kinds a");
    for (int at = 0; at < kinds.count(); at++) {
      String count = kinds.nth(at).locator(".count").innerText();
      kinds.nth(at).click();
      assertThat(kinds.nth(at)).hasAttribute("aria-current", "true");
      assertThat(page.locator("#case-timeline li")).hasCount(Integer.parseInt(count));
    }
  }

  @Test
  void aFileGoesAlongWithAMessageOfStaff() {
    String number = filing.feeInquiry("Sent along", "Where is my letter?");
    try (Person agent = Person.signedIn(server, "agent");
        Person requester = Person.signedIn(server, "requester", ColorScheme.LIGHT, 320, 640)) {
      agent.open("/case/" + number);
      agent.page().getByLabel("Document along with it").setInputFiles(PAPER);
      agent.button("Send message").click();
      assertThat(agent.page().locator("#messages")).containsText("Write something first.");
      assertThat(agent.page().locator(".chosen")).containsText("letter.pdf");
      agent.page().getByLabel("Write to the requester").fill("Here it is.");
      agent.button("Send message").click();
      assertThat(agent.notice()).hasText("The message is sent.");
      assertThat(agent.page().locator("#case-messages .own a")).hasText("letter.pdf");
      requester.open("/track/" + number);
      assertThat(requester.page().locator(".messages .fresh a")).hasText("letter.pdf");
      agent.expectNoComplaint();
    }
  }

  @Test
  void nothingOfItNeedsScripts() {
    String number = filing.feeInquiry("Plainly filed", "Can you keep this?");
    try (BrowserContext plain = Browser.shared().newContextWithoutScripts(server, 320, 640)) {
      Page page = plain.newPage();
      page.navigate("/case/" + number);
      page.getByLabel("User name").fill("agent");
      page.getByLabel("Password").fill("agent-demo");
      page.locator("button.primary").first().click();
      page.getByLabel("New document").setInputFiles(PAPER);
      page.getByText("Add document").click();
      assertThat(page.locator("#case-documents li")).containsText("letter.pdf");
      page.locator("#case-timeline-kinds a").filter(new Locator.FilterOptions().setHasText("Documents")).click();
      assertThat(page.locator("#case-timeline li")).hasCount(1);
    }
  }

  @Test
  void whoMayNotOrComesTooLateIsRefused() {
    String number = filing.feeInquiry("Refused papers", "May I?");
    String address = "/api/v1/cases/" + number + "/documents";
    server.as("worker-1").post(address, document("letter.pdf", "")).expect(404);
    server.as("requester").post(address, document("letter.pdf", "")).expect(403);
    server.as("operator").post(address, document("letter.pdf", "")).expect(403);
    assertThat(server.as("agent").post(address, document("letter.pdf", "proof")).expect(422).body()).contains("DOC-003", "/requirement");
    JsonNode added = server.as("agent").post(address, document("letter.pdf", "")).expect(201).json();
    assertThat(server.as("requester").get(address + "/" + added.get("id").asLong()).expect(200).body()).startsWith("%PDF");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      close(number);
      agent.page().getByLabel("New document").setInputFiles(PAPER);
      agent.button("Add document").click();
      assertThat(agent.notice()).containsText("Case " + number + " is closed; reopen it first, or send the document with a message. (DOC-010)");
      agent.open("/case/" + number);
      assertThat(agent.button("Add document")).hasCount(0);
    }
    assertThat(server.as("agent").post(address, document("letter.pdf", "")).expect(409).body()).contains("DOC-010");
    String own = server.as("lead").post("/api/v1/service-requests", Map.of("process", "Fee_Inquiry", "attributes", Map.of("accountNumber", "DE02120300000000202051", "amount", 1, "question", "Mine?"))).expect(201).json().get("caseNumber").asText();
    assertThat(server.as("lead").post("/api/v1/cases/" + own + "/documents", document("letter.pdf", "")).expect(403).body()).contains("DOC-012");
  }

  @Test
  void nothingIsWrittenAboutACaseWhosePersonalDataWasErased() {
    String number = erased();
    assertThat(server.as("lead").post("/api/v1/cases/" + number + "/documents", document("letter.pdf", "")).expect(409).body()).contains("DOC-011");
    Map<String, Object> link = Map.of("number", filing.feeInquiry("Linked with the erased", "Why?"), "reason", "Mrs Smith again");
    assertThat(server.as("lead").post("/api/v1/cases/" + number + "/links", link).expect(409).body()).contains("LINK-005");
    try (Person lead = Person.signedIn(server, "lead")) {
      lead.open("/case/" + number);
      lead.page().getByLabel("Write to colleagues").fill("It was Mrs Smith.");
      lead.page().locator("[id$=sendHere]").click();
      assertThat(lead.notice()).containsText("nothing can be said about it any more. (COMMENT-003)");
      assertThat(lead.page().locator("#discussion .talk")).isEmpty();
    }
  }

  private String erased() {
    Bundles.publish(server, "forgetful");
    String number =
        server
            .as("requester")
            .post("/api/v1/service-requests", Map.of("process", "Forgetful", "attributes", Map.of("iban", "DE02120300000000202051", "topic", "Fees")))
            .expect(201)
            .json()
            .get("caseNumber")
            .asText();
    String item = "/api/v1/work-items/" + filing.workItem(number);
    server.as("lead").post(item + "/claim", "").expect(200);
    server.as("lead").post(item + "/complete", Map.of("outcome", "done")).expect(200);
    await("its time to be over")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              server.as("operator").post("/api/v1/retention/runs", "");
              return server.as("lead").get("/api/v1/cases/" + number).expect(200).body().contains("Personal data erased");
            });
    return number;
  }

  @Test
  void theKeyCopiesTheLinkOfTheCase() {
    String number = filing.feeInquiry("Passed on", "Who else should see this?");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      agent.open("/case/" + number + "?timeline=people");
      agent.press(".");
      assertThat(agent.page().locator("#said")).containsText("The link to the case is copied.");
      assertThat(agent.page().evaluate("() => navigator.clipboard.readText()")).isEqualTo(server.address() + "/case/" + number);
      agent.press("?");
      assertThat(agent.page().locator("dialog[open]")).containsText("Copy link");
      agent.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 390, 844"})
  void allCanReadIt(ColorScheme scheme, int width, int height) {
    String number = filing.checkedAddress("15 Paper Lane", "Bill", "15 Paper Lane");
    String other = filing.feeInquiry("Asked before", "Is this the same?");
    server.as("agent").post("/api/v1/cases/" + number + "/links", Map.of("number", other, "relation", "FOLLOW_UP_OF", "reason", "The customer moved because of it.")).expect(201);
    server.as("agent").post("/api/v1/cases/" + number + "/documents", document("letter of the landlord, signed.pdf", "other")).expect(201);
    server.as("agent").post("/api/v1/cases/" + number + "/messages", Map.of("text", "Thank you.")).expect(201);
    try (Person agent = Person.signedIn(server, "agent", scheme, width, height)) {
      agent.open("/case/" + number);
      assertThat(agent.page().locator("#case-links li")).hasCount(1);
      agent.page().getByLabel("New document").setInputFiles(NO_PAPER);
      agent.button("Add document").click();
      assertThat(agent.page().locator(".chosen")).isVisible();
      Browser.picture(agent.page(), "case-documents-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
      Accessibility.expectNoViolation(agent.page());
      Accessibility.expectNothingSticksOut(agent.page());
    }
  }

  private void close(String number) {
    String address = "/api/v1/cases/" + number;
    server.as("agent").post(address + "/take", Map.of("version", version(number))).expect(200);
    server.as("agent").post(address + "/close", Map.of("resolution", "FULFILLED", "reason", "Explained.", "version", version(number))).expect(200);
  }

  private int version(String number) {
    Reply reply = server.as("agent").get("/api/v1/cases/" + number).expect(200);
    return reply.json().get("version").asInt();
  }

  private static Map<String, Object> document(String name, String requirement) {
    return Map.of("name", name, "mediaType", "application/pdf", "requirement", requirement, "content", Base64.getEncoder().encodeToString(LETTER));
  }
}
