package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.connector.BrokerServer;
import org.casebound.e2e.connector.SmallClamd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody gets a document before a virus scanner has found it clean. */
@ExtendWith(ServerLogOnFailure.class)
class VirusScanIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocatorAssertions.IsVisibleOptions LONG = new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis());

  private final CaseboundServer server = BrokerServer.get();
  private final SmallClamd clamd = BrokerServer.CLAMD;

  @AfterEach
  void everybodyAnswers() {
    clamd.answer();
  }

  @Test
  void aDocumentIsShownOnceItWasFoundClean() {
    clamd.think();
    String number = file("letter.pdf", proof());
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/work/" + new Filing(server).workItem(number));
      Page page = agent.page();
      assertThat(page.locator("[data-scan=pending]")).containsText("being checked for viruses");
      assertThat(page.locator("canvas.sheet, a[href*='/documents/']")).hasCount(0);
      Assertions.assertThat(agent.context().request().get(place(number)).status()).isEqualTo(409);
      picture(page, "work-item-scan");
      page.locator("textarea").first().fill("typed meanwhile");
      clamd.answer();
      assertThat(page.locator("canvas.sheet")).isVisible(LONG);
      assertThat(page.locator("textarea").first()).hasValue("typed meanwhile");
      Assertions.assertThat(agent.context().request().get(place(number)).status()).isEqualTo(200);
      agent.expectNoComplaint();
    }
    Assertions.assertThat(document(number).path("scanState").asText()).isEqualTo("CLEAN");
    Assertions.assertThat(history(number)).containsExactly("system PENDING CLEAN ");
    Assertions.assertThat(server.as("requester").get(api(number)).expect(200).header("Content-Disposition")).isPresent();
  }

  @Test
  void whatWasFoundHarmfulIsGivenToNobody() throws IOException {
    String number = file("invoice.pdf", harmful());
    await().atMost(PATIENCE).until(() -> document(number).path("scanState").asText().equals("INFECTED"));
    for (String user : List.of("requester", "agent", "lead")) {
      Assertions.assertThat(server.as(user).get(api(number)).expect(409).body()).contains("DOC-008", SmallClamd.NAME);
    }
    server.as("operator").get(api(number)).expect(403);
    server.anonymous().get(api(number)).expect(401);
    Assertions.assertThat(history(number)).containsExactly("system PENDING INFECTED " + SmallClamd.NAME);
    Assertions.assertThat(noticesOf("agent", number)).anyMatch(text -> text.contains("invoice.pdf") && text.contains("ask for another one"));
    try (Person agent = Person.signedIn(server, "agent")) {
      for (String address : List.of("/work/" + new Filing(server).workItem(number), "/case/" + number)) {
        agent.open(address);
        assertThat(agent.page().locator("[data-scan=infected]")).containsText("The virus scan found " + SmallClamd.NAME);
        assertThat(agent.page().locator("a[href*='/documents/']")).hasCount(0);
      }
      picture(agent.page(), "case-infected");
      Assertions.assertThat(agent.context().request().get(place(number)).status()).isEqualTo(409);
      Assertions.assertThat(agent.context().request().get(place(number) + "?save=yes").status()).isEqualTo(409);
      Map<String, byte[]> evidence = unpacked(agent.context().request().get("/evidence/" + number).body());
      Assertions.assertThat(evidence.keySet()).containsExactlyInAnyOrder("summary.pdf", "case.json", "SHA256SUMS");
      Assertions.assertThat(new String(evidence.get("case.json"), StandardCharsets.UTF_8)).contains("invoice.pdf", document(number).path("sha256").asText());
      agent.expectNoComplaint();
    }
    try (Person requester = Person.signedIn(server, "requester")) {
      requester.open("/track/" + number);
      assertThat(requester.page().locator("[data-scan=infected]")).containsText("another one is needed");
      Assertions.assertThat(requester.context().request().get(place(number)).status()).isEqualTo(409);
    }
  }

  @Test
  void aDocumentWaitsForAScannerThatIsAway() {
    clamd.stop();
    String number;
    try {
      number = file("late.pdf", proof());
      await().atMost(PATIENCE).until(() -> document(number).path("delayed").asBoolean());
      Assertions.assertThat(server.as("agent").get(api(number)).expect(409).body()).contains("DOC-007");
      Assertions.assertThat(server.as("operator").all("/api/v1/timers?kind=DOCUMENT_SCAN"))
          .anyMatch(timer -> timer.path("caseNumber").asText().equals(number) && timer.path("message").asText().startsWith("clamd at localhost"));
    } finally {
      clamd.start();
    }
    await().atMost(PATIENCE).until(() -> document(number).path("scanState").asText().equals("CLEAN"));
    Assertions.assertThat(server.as("operator").all("/api/v1/timers?kind=DOCUMENT_SCAN")).isEmpty();
  }

  @Test
  void theStateOfTheInstallationSaysThatAScannerHangsAndDoesNotHangItself() {
    Assertions.assertThat(found()).isEqualTo("SCANNER_ANSWERS");
    clamd.think();
    long began = System.nanoTime();
    Assertions.assertThat(found()).isIn("SCANNER_FAILS", "SCANNER_SILENT");
    Assertions.assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    clamd.answer();
    await().atMost(PATIENCE).until(() -> found().equals("SCANNER_ANSWERS"));
  }

  private String found() {
    return StreamSupport.stream(server.as("operator").get("/api/v1/system").expect(200).json().path("lines").spliterator(), false)
        .filter(line -> line.path("part").asText().equals("SCANNER"))
        .map(line -> line.path("finding").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAnswerThatComesAfterTheLeaseChangesNothing() throws SQLException {
    clamd.think();
    int before = clamd.asked();
    String number = file("taken over.pdf", proof());
    await().atMost(PATIENCE).until(() -> clamd.asked() > before);
    leaseUntil(number, "interval '1 hour'");
    clamd.answer();
    // The next document is looked at, so the answer about this one was read before or is about to be: it must stay without effect.
    String next = file("next.pdf", proof());
    await().atMost(PATIENCE).until(() -> document(next).path("scanState").asText().equals("CLEAN"));
    Assertions.assertThat(document(number).path("scanState").asText()).isEqualTo("PENDING");
    leaseUntil(number, "interval '0'");
    await().atMost(PATIENCE).until(() -> document(number).path("scanState").asText().equals("CLEAN"));
    Assertions.assertThat(history(number)).containsExactly("system PENDING CLEAN ");
  }

  /** What another node does that takes the document. */
  private void leaseUntil(String number, String length) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        PreparedStatement update = connection.prepareStatement(
            "update due_task set due_at = now() + " + length + ", version = version + 1 where kind = 'DOCUMENT_SCAN' and subject_id = ?")) {
      update.setLong(1, document(number).path("id").asLong());
      Assertions.assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private String file(String name, byte[] content) {
    Map<String, Object> request =
        Map.of(
            "process", "Address_Update",
            "subject", "Scanned " + name,
            "requester", "requester",
            "attributes", Map.of("customerId", "C-4417", "newStreet", "1 Lens Lane", "newPostalCode", "BS1 4SB", "newCity", "Bristol", "newCountry", "GB"),
            "documents", List.of(Map.of("name", name, "mediaType", "application/pdf", "content", Base64.getEncoder().encodeToString(content))));
    return server.as("requester").post("/api/v1/service-requests", request).expect(201).json().get("caseNumber").asText();
  }

  private JsonNode document(String number) {
    return server.as("agent").get("/api/v1/cases/" + number).expect(200).json().path("documents").path(0);
  }

  private String api(String number) {
    return "/api/v1/cases/%s/documents/%s".formatted(number, document(number).path("id").asText());
  }

  private String place(String number) {
    return "/documents/%s/%s".formatted(number, document(number).path("id").asText());
  }

  private List<String> history(String number) {
    JsonNode changes = server.as("agent").get("/api/v1/cases/" + number).expect(200).json().path("history");
    return StreamSupport.stream(changes.spliterator(), false)
        .filter(change -> change.path("subject").asText().equals("DOCUMENT"))
        .map(change -> "%s %s %s %s".formatted(change.path("actor").asText(), change.path("from").asText(), change.path("to").asText(), change.path("why").asText()))
        .toList();
  }

  private List<String> noticesOf(String user, String number) {
    return server.as(user).all("/api/v1/notifications?unread=true").stream()
        .filter(notice -> notice.path("caseNumber").asText().equals(number))
        .map(notice -> notice.path("text").asText())
        .toList();
  }

  private static void picture(Page page, String name) {
    if (Boolean.getBoolean("casebound.screenshots")) {
      Pictures.of(page, name);
    }
  }

  private static byte[] proof() {
    return new ProofOfAddress(List.of("Severn Water and Energy", "1 Lens Lane")).pdf();
  }

  private static byte[] harmful() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(proof());
    file.write(SmallClamd.eicar());
    return file.toByteArray();
  }

  private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
