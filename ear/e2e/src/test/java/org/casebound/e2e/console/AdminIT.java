package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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

  private final CaseboundServer server = SharedServer.any();

  @ParameterizedTest
  @CsvSource({
    "requester, 403, 403, 403, 403", "agent, 403, 403, 403, 403", "owner, 403, 403, 403, 403", "lead, 403, 200, 403, 403", "operator, 200, 200, 200, 403",
    "admin, 200, 200, 200, 200"
  })
  void pagesAreForThoseWhoRunTheInstallation(String user, int system, int queues, int roles, int bundle) {
    server.as(user).get("/admin").expect(system);
    server.as(user).get("/admin.xhtml").expect(system);
    server.as(user).get("/admin/queues").expect(queues);
    server.as(user).get("/admin/roles").expect(roles);
    server.as(user).get("/admin/support-bundle").expect(bundle);
  }

  @ParameterizedTest
  @CsvSource({"agent, 0, 0", "lead, 1, 1", "operator, 1, 3"})
  void thePlaceInTheNavigationLeadsToWhatThePersonMaySee(String user, int places, int pages) {
    try (Person person = Person.signedIn(server, user)) {
      person.open("/cases");
      Locator place = person.page().locator(".places a[data-go=a]");
      assertThat(place).hasCount(places);
      if (places > 0) {
        person.follow(place);
        assertThat(person.page().locator(".tabs a[href$='/admin'], .tabs a[href$='/admin/queues'], .tabs a[href$='/admin/roles']")).hasCount(pages);
        assertThat(person.page().locator(".tabs a[aria-current]")).hasCount(1);
      }
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
      expectLine(operator, "DATABASE", "Good", server.database() == Database.H2 ? "H2 2." : "PostgreSQL 1");
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

  @Test
  void queuesSayWhoseTheyAreAndWhatWaitsInThem() {
    Desk desk = new Desk(server);
    long item = desk.awaitWorkItem(desk.file(Desk.addressUpdate(Desk.newCustomer())));
    server.as("agent").post("/api/v1/work-items/" + item + "/claim", "").expect(200);
    JsonNode queue = queue("back_office");
    Assertions.assertThat(queue.path("open").asInt()).isPositive();
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/admin/queues");
      Locator row = operator.page().locator("#queues tr[data-queue=back_office]");
      assertThat(row).containsText(queue.path("label").asText());
      assertThat(row.locator("td.number")).containsText(queue.path("open").asText());
      assertThat(row.locator("time")).hasCount(1);
      assertThat(row.locator("a[href$='/process/Address_Update']")).hasCount(1);
      assertThat(operator.page().locator("#absence")).containsText("seen by leads and administrators");
      assertThat(operator.page().locator("#away")).hasCount(0);
      assertThat(row).containsText("Has been worked");
      Locator agent = operator.page().locator("#people tbody tr").filter(new Locator.FilterOptions().setHas(operator.page().getByText("agent", new Page.GetByTextOptions().setExact(true))));
      assertThat(agent.locator("td.number")).containsText(Pattern.compile("[1-9]"));
      operator.expectNoComplaint();
    }
  }

  private JsonNode queue(String name) {
    for (JsonNode line : server.as("lead").get("/api/v1/queues").expect(200).json()) {
      if (line.path("name").asText().equals(name)) {
        return line;
      }
    }
    throw new AssertionError("no queue " + name);
  }

  @Test
  void anAdministratorSaysWhoStandsInForWhomAndSeesWhatAnEndChanges() {
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open("/admin/queues");
      admin.button("Add").click();
      assertThat(admin.notice()).hasText("Say who is away, who stands in, and until when.");
      fill(admin, "quentin.away", "quentin.away");
      admin.button("Add").click();
      assertThat(admin.notice()).containsText("(SUB-001)");
      fill(admin, "quentin.away", "ruth.here");
      admin.page().locator("select[id$=queue]").selectOption("back_office");
      admin.button("Add").click();
      assertThat(admin.notice()).containsText("ruth.here stands in for quentin.away from ");
      Locator row = admin.page().locator("#substitutions tbody tr").filter(with("quentin.away"));
      assertThat(row).containsText("Entered by admin");
      assertThat(row).containsText("back_office");
      admin.follow(row.locator("a"));
      assertThat(admin.page().locator("#ending del")).containsText("2031");
      assertThat(admin.page().locator("#ending ins")).hasText("now");
      Accessibility.expectNoViolation(admin.page());
      admin.button("End").click();
      assertThat(admin.notice()).containsText("ruth.here does not stand in for quentin.away any more: until ");
      assertThat(row).hasCount(0);
      admin.expectNoComplaint();
    }
    Assertions.assertThat(server.as("lead").get("/api/v1/substitutions").expect(200).body()).doesNotContain("quentin.away");
  }

  private static void fill(Person person, String absent, String substitute) {
    person.page().locator("input[id$=absent]").fill(absent);
    person.page().locator("input[id$=substitute]").fill(substitute);
    person.page().locator("input[id$=until]").fill("2031-02-03T08:00");
  }

  @Test
  void rolesAreThoseOfTheDocumentOfTheApi() {
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/admin/roles");
      Locator nodes = operator.page().locator(".matrix tbody tr").filter(with("GET /api/v1/nodes"));
      assertThat(nodes.locator("td.yes")).hasCount(2);
      assertThat(nodes.locator("td").nth(4)).containsText("yes");
      assertThat(nodes.locator("td").nth(5)).containsText("yes");
      int all = operator.page().locator(".matrix tbody tr").count();
      Assertions.assertThat(all).isGreaterThan(100);
      operator.follow(operator.page().locator(".rolepick a").filter(with("Requester")));
      Locator rows = operator.page().locator(".matrix tbody tr");
      assertThat(rows.first()).isVisible();
      int own = rows.count();
      Assertions.assertThat(own).isBetween(10, all - 50);
      assertThat(operator.page().locator(".matrix tbody tr td.yes:nth-of-type(1)")).hasCount(own);
      assertThat(operator.page().locator(".sub")).hasText("Requester may call %d of %d operations of the API.".formatted(own, all));
      operator.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440, 900, agent", "DARK, 320, 640, integration"})
  void everyPageIsReadableForAll(ColorScheme scheme, int width, int height, String role) {
    try (Person admin = Person.signedIn(server, "admin", scheme, width, height)) {
      for (String address : List.of("/admin", "/admin/queues", "/admin/roles?role=" + role)) {
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
