package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who work a case and its requester write to each other, and nobody else learns of it. */
@ExtendWith(ServerLogOnFailure.class)
class MessagesIT {
  /** Pages ask every few seconds; a busy machine is slower. */
  private static final double SOON = 30_000;

  private static final String QUESTION = "Which <b>street</b> do you mean?\nThe letter names two.";
  private static final byte[] LETTER = new ProofOfAddress(List.of("A letter", "12 Talking Street")).pdf();

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);

  @Test
  void aQuestionIsAnsweredWithAFileAndSeenAtOnce() {
    String number = filing.addressUpdate("Talked about", "12 Talking Street");
    long item = filing.workItem(number);
    server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    try (Person agent = Person.signedIn(server, "agent");
        Person requester = Person.signedIn(server, "requester", ColorScheme.LIGHT, 320, 640)) {
      agent.open("/case/" + number);
      assertThat(agent.page().locator("html")).hasAttribute("data-live", "on");
      ask(agent);
      requester.open("/track/" + number);
      answer(requester);

      Locator letter = agent.page().locator("#case-messages .fresh");
      assertThat(letter).containsText("The one in this letter.", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
      assertThat(letter.locator("a")).hasText("letter.pdf");
      assertThat(agent.page().locator("#unread")).hasText("1 unread message");
      assertThat(agent.page().locator("#case-timeline li").first()).containsText("Message of the requester");
      assertThat(agent.page().locator("#case-timeline")).containsText("Which <b>street</b> do you mean?");
      assertThat(agent.page().locator("#case-messages .own")).containsText("read");
      assertThat(told("agent", number)).contains("New message of the requester in case " + number).doesNotContain("The one in this letter.");
      Accessibility.expectNoViolation(agent.page());
      agent.open("/work/" + item);
      agent.follow(agent.page().getByText("1 unread message"));
      agent.button("Mark as read").click();
      assertThat(agent.notice()).hasText("Marked as read.");
      assertThat(agent.page().locator("#unread")).hasCount(0);
      assertThat(agent.button("Mark as read")).isHidden();

      write("lead", number, "Thank you, that was all.").expect(201);
      assertThat(requester.page().locator(".messages li").last())
          .containsText("Thank you, that was all.", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
      agent.expectNoComplaint();
      requester.expectNoComplaint();
    }
  }

  private static void ask(Person agent) {
    agent.button("Send message").click();
    Locator box = agent.page().getByLabel("Write to the requester");
    assertThat(box).hasAttribute("aria-invalid", "true");
    assertThat(agent.page().locator("#messages")).containsText("Write something first.");
    box.fill("x".repeat(4001));
    agent.button("Send message").click();
    assertThat(agent.page().locator("#messages")).containsText("A message has at most 4,000 characters; this one has 4,001.");
    assertThat(box).hasValue("x".repeat(4001));
    box.fill(QUESTION);
    agent.button("Send message").click();
    assertThat(agent.notice()).hasText("The message is sent.");
    assertThat(agent.page().locator("#case-messages .own")).containsText("not read yet");
  }

  /** At 320 pixels; what is refused stays, with the reason at its field. */
  private void answer(Person requester) {
    Page page = requester.page();
    assertThat(page.locator(".messages .fresh")).containsText("Our team");
    assertThat(page.locator(".messages .text")).hasText(QUESTION);
    assertThat(page.locator("main")).not().containsText("agent");
    page.locator("input[type=file]").setInputFiles(new FilePayload("letter.pdf", "application/pdf", LETTER));
    requester.button("Send message").click();
    assertThat(page.getByLabel("Write to us")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator(".chosen")).containsText("letter.pdf");
    page.getByLabel("Write to us").fill("The one in this letter.");
    page.locator("input[type=file]").setInputFiles(new FilePayload("note.pdf", "application/pdf", "Only text".getBytes(StandardCharsets.UTF_8)));
    requester.button("Send message").click();
    assertThat(page.locator("#reply")).containsText("its content is 'text/plain'");
    assertThat(page.getByLabel("Write to us")).hasValue("The one in this letter.");
    Accessibility.expectNoViolation(page);
    Accessibility.expectNothingSticksOut(page);
    page.locator("input[type=file]").setInputFiles(new FilePayload("letter.pdf", "application/pdf", LETTER));
    requester.button("Send message").click();
    assertThat(requester.notice()).hasText("We have received your message.");
    assertThat(page.locator(".messages .own")).containsText("letter.pdf");
    assertThat(page.locator(".messages .fresh")).hasCount(0);
    assertThat(page.locator(".doclist")).containsText("letter.pdf");
  }

  @Test
  void theAnswerNeedsNoScripts() {
    String number = filing.feeInquiry("Plainly talked about", "May I write?");
    try (BrowserContext plain = Browser.shared().newContextWithoutScripts(server, 320, 640)) {
      Page page = plain.newPage();
      page.navigate("/track/" + number);
      page.getByLabel("User name").fill("requester");
      page.getByLabel("Password").fill("requester-demo");
      page.locator("button.primary").first().click();
      page.getByLabel("Write to us").fill("I may.");
      page.locator("input[type=file]").setInputFiles(new FilePayload("letter.pdf", "application/pdf", LETTER));
      page.locator("button", new Page.LocatorOptions().setHasText("Send message")).click();
      assertThat(page.locator(".messages .own")).containsText("I may.");
    }
    assertThat(told("agent", number)).as("nobody has the case: its queue is told").contains("New message of the requester in case " + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"worker-1", "requester"})
  void whoMayNotSeeTheCaseGetsNothing(String user) {
    String number = filing.addressUpdateOf("somebody-moving", "Xenolith talk", "1 Xenolith Lane", "proof.pdf");
    write("agent", number, "Xenolith question").expect(201);
    String address = "/api/v1/cases/" + number + "/messages";
    server.as(user).get(address).expect(404);
    write(user, number, "Let me in").expect(404);
    server.as(user).post(address + "/read", "").expect(404);
    assertThat(server.as(user).get("/api/v1/notifications?size=100").expect(200).body()).doesNotContain(number);
    try (Person person = Person.signedIn(server, user)) {
      for (String page : List.of("/case/", "/track/", "/case-news/", "/evidence/")) {
        assertThat(person.context().request().get(page + number).status()).as(page).isIn(403, 404);
      }
    }
    for (String reader : List.of("operator", "owner", "admin")) {
      assertThat(server.as(reader).get("/api/v1/cases/" + number).expect(200).body()).as(reader).doesNotContain("Xenolith question");
      server.as(reader).get(address).expect(403);
    }
    assertThat(server.as("agent").get(address).expect(200).json().get("items").size()).isEqualTo(1);
  }

  @Test
  void theApiRefusesWhatItCanNotTakeAndListsTheNewestFirst() {
    String number = filing.feeInquiry("Talked about by machines", "How?");
    String address = "/api/v1/cases/" + number + "/messages";
    server.as("requester").post(address, Map.of()).expect(422);
    write("requester", number, "x".repeat(4001)).expect(422);
    assertThat(server.as("requester").post(address, with(document("note.txt", "text/plain", "Only text".getBytes(StandardCharsets.UTF_8)))).expect(422).body()).contains("DOC-006", "/document/mediaType");
    assertThat(server.as("agent").get(address).expect(200).json().get("items")).isEmpty();

    JsonNode sent = server.as("requester").post(address, with(document("letter.pdf", "application/pdf", LETTER))).expect(201).json();
    assertThat(sent.get("from").asText()).isEqualTo("REQUESTER");
    assertThat(sent.get("documentId").isNumber()).isTrue();
    for (int i = 1; i < 20; i++) {
      write("requester", number, "More " + i).expect(201);
    }
    assertThat(write("requester", number, "Too much").expect(409).body()).contains("MESSAGE-005");
    write("agent", number, "One after the other, please.").expect(201);
    write("requester", number, "Sorry.").expect(201);
    JsonNode page = server.as("requester").get(address + "?size=2").expect(200).json();
    assertThat(page.get("items").findValuesAsText("text")).containsExactly("Sorry.", "One after the other, please.");
    assertThat(page.at("/items/1").hasNonNull("readAt")).isTrue();
    JsonNode next = server.as("requester").get(address + "?size=2&cursor=" + page.get("next").asText()).expect(200).json();
    assertThat(next.get("items").findValuesAsText("text")).containsExactly("More 19", "More 18");
  }

  @Test
  void evidenceHoldsTheMessages() throws IOException {
    String number = filing.feeInquiry("Proved talk", "Who said what?");
    write("agent", number, "I said this.").expect(201);
    try (Person agent = Person.signedIn(server, "agent")) {
      Map<String, String> files = unzipped(agent.context().request().get("/evidence/" + number).body());
      assertThat(files.get("case.json")).contains("I said this.", "\"MESSAGE\"");
      assertThat(files).containsKey("summary.pdf");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 390, 844"})
  void bothPagesCanBeReadByAll(ColorScheme scheme, int width, int height) {
    String number = filing.feeInquiry("Readable talk", "Can all read it?");
    write("requester", number, "Here is one more thing that I forgot to say.").expect(201);
    write("agent", number, QUESTION).expect(201);
    server.as("requester").post("/api/v1/cases/" + number + "/messages", with(document("letter.pdf", "application/pdf", LETTER))).expect(201);
    write("agent", number, "Thank you.\n\nWe look at it today.").expect(201);
    write("requester", number, "Good.").expect(201);
    write("agent", number, "Done: you have it by Friday.").expect(201);
    String look = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (Person requester = Person.signedIn(server, "requester", scheme, width, height)) {
      requester.open("/track/" + number);
      assertThat(requester.page().locator(".messages li")).hasCount(6);
      check(requester, "track-messages" + look);
    }
    write("requester", number, "Friday is fine.").expect(201);
    try (Person agent = Person.signedIn(server, "agent", scheme, width, height)) {
      agent.open("/case/" + number);
      assertThat(agent.page().locator("#unread")).isVisible();
      check(agent, "case-messages" + look);
    }
  }

  private static void check(Person person, String picture) {
    Browser.picture(person.page(), picture);
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }

  private Reply write(String user, String number, String text) {
    return server.as(user).post("/api/v1/cases/" + number + "/messages", Map.of("text", text));
  }

  private static Map<String, Object> with(Map<String, Object> document) {
    return Map.of("text", "Look at this.", "document", document);
  }

  private static Map<String, Object> document(String name, String type, byte[] bytes) {
    return Map.of("name", name, "mediaType", type, "content", Base64.getEncoder().encodeToString(bytes));
  }

  /** What the user was told of that case. */
  private String told(String user, String number) {
    StringBuilder told = new StringBuilder();
    server.as(user).get("/api/v1/notifications?size=100").expect(200).json().get("items").forEach(
        each -> {
          if (each.get("caseNumber").asText().equals(number)) {
            told.append(each);
          }
        });
    return told.toString();
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
