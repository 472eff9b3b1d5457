package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.archive.Zip;
import org.casebound.e2e.flow.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of administration: for whom they are, that they are true, and that nobody is left out of reading them. */
@ExtendWith(ServerLogOnFailure.class)
class AdminIT {
  /** Of the demo configuration: what the bank signs with. */
  private static final String SECRET = "ZGVtby1iYW5rLXdlYmhvb2stc2VjcmV0LTI0Yg==";

  private final CaseboundServer server = SharedServer.on(Database.H2);

  @ParameterizedTest
  @CsvSource({"requester, 403", "agent, 403", "lead, 403", "owner, 403", "operator, 200", "admin, 200"})
  void pagesAndTheirPlaceInTheNavigationAreForThoseWhoRunTheInstallation(String user, int system) {
    try (Person person = Person.signedIn(server, user)) {
      expect(person, system, "/admin", "/admin.xhtml");
      expect(person, user.equals("admin") ? 200 : 403, "/admin/support-bundle");
      person.open("/cases");
      assertThat(person.page().locator(".places a[href$='/admin']")).hasCount(system == 200 ? 1 : 0);
    }
  }

  private static void expect(Person person, int status, String... addresses) {
    for (String address : addresses) {
      Assertions.assertThat(person.context().request().get(address).status()).as(address).isEqualTo(status);
    }
  }

  @Test
  void theStateIsToldLineByLineAndSecretsOnlyWhetherTheyAreSet() {
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/cases");
      operator.press("g", "a");
      operator.page().waitForURL("**/admin");
      Locator lines = operator.page().locator("#system tbody tr");
      assertThat(lines).hasCount(13);
      expectLine(operator, "PRODUCT", "Good", "Version 0.1.0");
      expectLine(operator, "SCHEMA", "Good", "nothing is to come");
      expectLine(operator, "DATABASE", "Good", "H2 2.");
      expectLine(operator, "POOL", "Good", "statistics are off");
      expectLine(operator, "CLOCK", "Good", "ms apart");
      expectLine(operator, "SCANNER", "Attention", "Set casebound.scanner.clamd");
      expectLine(operator, "SERVER", "Good", "39.0.1.Final");
      Locator settings = operator.page().locator("#settings-in-force tr");
      assertThat(settings.filter(with("casebound.acknowledgements.core-banking.secrets"))).containsText("Set, not shown");
      assertThat(settings.filter(with("casebound.archives.signer"))).containsText("Set");
      assertThat(settings.filter(with("casebound.step.lease"))).containsText("PT30S");
      Assertions.assertThat(operator.page().content()).doesNotContain(SECRET);
      assertThat(operator.page().locator("#bundle")).hasCount(0);
      operator.expectNoComplaint();
    }
    JsonNode report = server.as("operator").get("/api/v1/system").expect(200).json();
    Assertions.assertThat(report.path("lines").findValuesAsText("part")).hasSize(13).startsWith("PRODUCT", "SCHEMA", "DATABASE");
    Assertions.assertThat(report.path("grade").asText()).isEqualTo("ATTENTION");
    Assertions.assertThat(report.toString()).doesNotContain(SECRET);
  }

  private static void expectLine(Person person, String part, String grade, String says) {
    Locator line = person.page().locator("#system tr[data-part=" + part + "]");
    assertThat(line.locator(".badge")).hasText(grade);
    assertThat(line).containsText(says);
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void theSupportBundleTellsNothingOfPeopleCasesAndSecrets() throws IOException {
    String card = Desk.newCard();
    String subject = "Subject of " + UUID.randomUUID();
    new Desk(server)
        .file(Map.of("process", "Block_Credit_Card", "subject", subject, "requester", "quentin.quill", "attributes", Map.of("cardId", card, "reason", "lost")));
    Assertions.assertThat(server.as("lead").get("/api/v1/cases?requester=quentin.quill").expect(200).body()).contains("quentin.quill");
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open("/admin");
      Download download = admin.page().waitForDownload(() -> admin.page().locator("#bundle").click());
      Assertions.assertThat(download.suggestedFilename()).isEqualTo("casebound-support.zip");
      Map<String, String> files = Zip.files(Files.readAllBytes(download.path()));
      Assertions.assertThat(files).containsOnlyKeys("system.json", "counts.json", "nodes.json");
      Assertions.assertThat(files.get("system.json")).contains("DATABASE_ANSWERS", "casebound.acknowledgements.core-banking.secrets");
      Assertions.assertThat(files.get("counts.json")).contains("\"flows\"", "\"incidents\"", "\"dueTasks\"", "\"circuits\"");
      Assertions.assertThat(files.get("nodes.json")).contains(server.name());
      Assertions.assertThat(String.join("\n", files.values())).doesNotContain(SECRET, "quentin", card, subject, "cardId");
      admin.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900", "DARK, 320, 640"})
  void everyPageIsReadableForAll(ColorScheme scheme, int width, int height) {
    try (Person admin = Person.signedIn(server, "admin", scheme, width, height)) {
      for (String address : List.of("/admin")) {
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
    if (Boolean.getBoolean("casebound.screenshots")) {
      Browser.picture(person.page(), address.substring(1).replaceAll("[^A-Za-z]+", "-") + "-" + width);
    }
  }
}
