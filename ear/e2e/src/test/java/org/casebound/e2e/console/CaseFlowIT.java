package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The case page draws the flow, says what it waits for, and lets operators steer it. */
@ExtendWith(ServerLogOnFailure.class)
class CaseFlowIT {
  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);
  private final Desk desk = new Desk(server);

  @AfterEach
  void healTheBank() {
    server.bank().delete("/faults");
  }

  @Test
  void thePictureShowsWhereTheCaseIsAndLeadsToTheLineOfAStep() {
    String number = filing.addressUpdate("Drawn move", "3 Picture Row");
    try (Person agent = Person.signedIn(server, "agent")) {
      Page page = agent.page();
      agent.open("/case/" + number);
      assertThat(page.locator(".status")).containsText("Waiting for a person: Verify address proof");
      assertThat(page.locator(".flowpicture g.step")).hasCount(3);
      assertThat(page.locator(".flowpicture g.current")).containsText("Verify address");
      assertThat(page.locator(".flowpicture g.ahead")).hasCount(2);
      page.locator(".flowpicture a").first().focus();
      agent.press("Enter");
      assertThat(page.locator("li[id$=verify_proof]")).isFocused();
      assertThat(page.locator(".flowpicture a").first()).hasAttribute("aria-label", "Verify address proof: running");
      agent.expectNoComplaint();
    }
  }

  @Test
  void theLineBelowTheTitleSaysWhichTryItIsAndWhenTheNextOneComes() {
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503, "retryAfterSeconds", 20)).expect(200);
    String number = desk.file(Desk.cardBlock(Desk.newCard()));
    await("the second try to be planned").atMost(Duration.ofSeconds(30)).until(() -> Desk.attempts(desk.look(number)).size() == 2);
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      assertThat(agent.page().locator(".status li")).containsText(Pattern.compile("Waiting for “[^”]+” since .+, try 2 of \\d+, next .+"));
      Locator tries = agent.page().locator("li[id^='step-'] table.tries");
      assertThat(tries).isHidden();
      agent.page().locator(".flowpicture a").first().click();
      assertThat(tries).isVisible();
      assertThat(tries.locator("tbody tr")).hasCount(2);
      agent.expectNoComplaint();
    }
  }

  @Test
  void anOperatorRetriesAFailedStepWithMendedDataAndSeesWhatBecomesOfIt() {
    String number = failed();
    try (Person operator = Person.signedIn(server, "operator")) {
      Page page = operator.page();
      operator.open("/case/" + number);
      assertThat(page.locator(".flowpicture g.failed")).hasCount(1);
      assertThat(page.locator(".status")).containsText("has failed");
      Accessibility.expectNoViolation(page);
      Browser.picture(page, "case-failed");
      page.getByText("Retry block").click();
      assertThat(page.locator("#steer-wrong")).hasText("Say in a few words why.");
      page.getByLabel("Reason").fill("Typing error of the front office.");
      page.getByText("Retry with changed data").click();
      page.getByLabel("Value to change").selectOption("cardId");
      page.getByLabel("New value").fill(Desk.newCard());
      page.getByText("Retry block").click();
      assertThat(operator.notice()).containsText("is queued again; this page shows what becomes of it.");
      desk.awaitStatus(number, "CLOSED");
      operator.open("/case/" + number);
      assertThat(page.locator(".flowpicture g.failed")).hasCount(0);
      assertThat(page.locator("#steer-title")).isHidden();
      operator.expectNoComplaint();
    }
  }

  @Test
  void anOperatorSuspendsResumesAndCancelsAndNobodyElseIsOfferedIt() {
    String number = filing.addressUpdate("Steered move", "5 Rudder Quay");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      assertThat(agent.page().locator("#steer-title")).isHidden();
    }
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/case/" + number);
      operator.page().getByLabel("Reason").fill("Bank holiday.");
      operator.button("Suspend").click();
      assertThat(operator.notice()).hasText("The flow of case " + number + " is suspended.");
      operator.button("Resume").click();
      assertThat(operator.notice()).hasText("The flow of case " + number + " goes on.");
      operator.page().getByLabel("Reason").fill("Withdrawn by the customer.");
      operator.button("Cancel the flow").click();
      assertThat(operator.notice()).hasText("The flow of case " + number + " is canceled.");
      assertThat(operator.page().locator(".flowpicture g.skipped")).hasCount(3);
      assertThat(operator.page().locator(".timeline")).containsText("Withdrawn by the customer.");
    }
  }

  @Test
  void anOperatorSendsAFlowBackAfterHeHasSeenWhatThatDoes() {
    String number = failed();
    try (Person operator = Person.signedIn(server, "operator")) {
      Page page = operator.page();
      operator.open("/case/" + number);
      page.getByText("Send back to an earlier stage").click();
      operator.button("Send back to Check").press("Enter");
      Locator asked = page.locator("#back-asked");
      assertThat(asked).isFocused();
      assertThat(asked).containsText("Send back to Check?");
      assertThat(page.locator("#back-what dd")).hasText(new String[] {"Judge", "Beside", "Block"});
      Accessibility.expectNoViolation(page);
      Browser.picture(page, "case-back-1440");
      page.setViewportSize(390, 844);
      Accessibility.expectNothingSticksOut(page);
      Browser.picture(page, "case-back-390");
      operator.button("Send back").click();
      assertThat(page.locator("#steer-wrong")).hasText("Say in a few words why.");
      desk.complete(desk.awaitWorkItem(number), "done", "");
      page.getByLabel("Reason").fill("The wrong card was judged.");
      operator.button("Send back").click();
      assertThat(page.locator("main")).containsText("Something happened meanwhile.");
      assertThat(page.locator("#back-what dd")).hasText(new String[] {"Judge", "Block"});
      operator.button("Send back").click();
      assertThat(operator.notice()).hasText("The flow of case " + number + " is sent back.");
      assertThat(page.locator(".timeline")).containsText("Sent back");
      assertThat(page.locator(".timeline")).containsText("to stage 'Check': The wrong card was judged.");
      assertThat(page.locator(".status")).containsText("Waiting for a person: Judge");
      operator.expectNoComplaint();
    }
    long flow = server.as("operator").get("/api/v1/cases/" + number).expect(200).json().at("/flows/0/id").asLong();
    Map<String, String> back = Map.of("stage", "draft", "reason", "From the beginning.");
    server.as("agent").post("/api/v1/flows/" + flow + "/send-back", back).expect(403);
    server.as("operator").post("/api/v1/flows/" + flow + "/send-back", Map.of("stage", "nowhere", "reason", "x")).expect(409);
    server.as("operator").post("/api/v1/flows/" + flow + "/send-back", Map.of("stage", "draft")).expect(422);
    server.as("operator").post("/api/v1/flows/" + flow + "/send-back", back).expect(200);
    for (String outcome : new String[] {"written", "reviewed", "approved"}) {
      desk.complete(desk.awaitWorkItem(number), outcome, "");
    }
    desk.awaitStatus(number, "CLOSED");
  }

  @Test
  void theEvidenceHoldsCaseAndDocumentsWithTheirHashes() throws IOException, NoSuchAlgorithmException {
    String number = filing.addressUpdate("Proven move", "8 Witness Way", "", "proof: of/address.pdf");
    try (Person agent = Person.signedIn(server, "agent");
        Person operator = Person.signedIn(server, "operator")) {
      agent.open("/case/" + number);
      assertThat(agent.page().locator("a[href$='/evidence/" + number + "']")).isVisible();
      APIResponse answer = agent.context().request().get("/evidence/" + number);
      Assertions.assertThat(answer.status()).isEqualTo(200);
      Map<String, byte[]> files = unpacked(answer.body());
      Assertions.assertThat(files).hasSize(4).containsKeys("summary.pdf", "case.json", "SHA256SUMS");
      Assertions.assertThat(new String(files.get("case.json"), StandardCharsets.UTF_8)).contains(number, "Verify address proof", "8 Witness Way");
      String sums = new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Assertions.assertThat(file.getKey()).matches("summary\\.pdf|case\\.json|documents/\\d+-proof_ of_address\\.pdf");
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
        Assertions.assertThat(sums).contains(hash + "  " + file.getKey() + "\n");
      }
      Assertions.assertThat(operator.context().request().get("/evidence/" + number).status()).isEqualTo(403);
      Assertions.assertThat(agent.context().request().get("/evidence/C-99999999").status()).isEqualTo(404);
    }
  }

  @Test
  void theSummaryInTheEvidenceTellsTheCaseAndHidesWhatItsReaderMayNotSee() throws IOException {
    String number = filing.checkedAddress("8 Łódź Road 東", "A proof", "of where somebody lives");
    server.as("agent").post("/api/v1/work-items/" + filing.workItem(number) + "/claim", "").expect(200);
    try (Person agent = Person.signedIn(server, "agent")) {
      byte[] file = unpacked(agent.context().request().get("/evidence/" + number).body()).get("summary.pdf");
      Files.write(Path.of("target", "evidence-summary.pdf"), file);
      String document = server.as("agent").get("/api/v1/cases/" + number).expect(200).json().at("/documents/0/sha256").asText();
      try (PDDocument paper = Loader.loadPDF(file)) {
        String text = new PDFTextStripper().getText(paper);
        Assertions.assertThat(text)
            .contains(number, "8 Łódź Road U+6771", "U+ with digits is the Unicode number", "hidden from you", "proof.pdf", "Page 1 of " + paper.getNumberOfPages())
            .containsPattern("Work item “[^”]+”: Claimed \\(agent\\)")
            .doesNotContain("4711-secret");
        Assertions.assertThat(text.replaceAll("\\s", "")).contains(document);
        Assertions.assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("en");
        Assertions.assertThat(paper.getDocumentInformation().getTitle()).contains(number);
        Assertions.assertThat(paper.getDocumentCatalog().getDocumentOutline().children())
            .extracting(PDOutlineItem::getTitle)
            .contains("Summary", "What was asked", "How it went", "Timeline", "Documents");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 1440, 900", "LIGHT, 390, 844", "DARK, 390, 844", "LIGHT, 320, 640"})
  void theCasePageIsFreeOfViolations(ColorScheme scheme, int width, int height) {
    String number = filing.addressUpdate("Accessible flow", "1 Ramp Road");
    try (Person operator = Person.signedIn(server, "operator", scheme, width, height)) {
      operator.open("/case/" + number);
      Browser.picture(operator.page(), "case-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
      Accessibility.expectNoViolation(operator.page());
      Accessibility.expectNothingSticksOut(operator.page());
      assertThat(operator.page()).hasTitle(Pattern.compile(number));
    }
  }

  private String failed() {
    Bundles.publish(server, "rework");
    server.bank().put("/faults", Map.of("failNext", 1, "status", 503)).expect(200);
    String card = Desk.newCard();
    String number =
        desk.file(Map.of("process", "Rework", "subject", "Rework", "requester", "requester", "attributes", Map.of("cardId", card, "feeId", "F-" + card)));
    for (String outcome : new String[] {"written", "reviewed", "approved"}) {
      desk.complete(desk.awaitWorkItem(number), outcome, "");
    }
    desk.awaitStatus(number, "ESCALATED");
    return number;
  }

  private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
