package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.flow.Bundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Around the draft of a process: its form as requesters see it, scenarios that are kept, and cases that move to a new version. */
@ExtendWith(ServerLogOnFailure.class)
class StudioPagesIT {
  private static final int LONG_MILLIS = 60_000;

  private final CaseboundServer server = SharedServer.any();
  private final String name = "Around_" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void theFormOfADraftIsSeenInEachLanguageAndItsAttributesChangePlaces() {
    draft("fee-reversal");
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/process/" + name);
      owner.page().locator(".head a[href$='/form/" + name + "']").click();
      assertThat(shown(owner)).containsText("Number of the fee (required)");
      assertThat(shown(owner)).not().containsText("Reference of the booking");
      owner.page().locator("a[hreflang=de]").click();
      assertThat(shown(owner)).containsText("Number of the fee (nötig)");
      assertThat(owner.page().locator("html")).hasAttribute("lang", "de");

      assertThat(labels(owner).first()).containsText("Number of the fee");
      owner.page().locator("#attribute-0").focus();
      owner.page().keyboard().press("Alt+ArrowDown");
      assertThat(owner.page().locator("#attribute-1")).containsText("Number of the fee");
      assertThat(labels(owner).first()).containsText("Amount");
      assertThat(owner.page().locator("html")).hasAttribute("lang", "de");
      owner.page().locator("#attribute-1 button[data-move=up]").click();
      assertThat(owner.page().locator("#attribute-0")).containsText("Number of the fee");
      owner.expectNoComplaint();
    }
    Assertions.assertThat(server.as("owner").get("/api/v1/studio/drafts/" + name).expect(200).json().path("text").asText())
        .contains("# Fee reversal: small fees are given back at once");
    try (Person operator = Person.signedIn(server, "operator");
        Person owner = Person.signedIn(server, "owner")) {
      Assertions.assertThat(operator.open("/form/" + name)).isEqualTo(403);
      Assertions.assertThat(owner.open("/form/No_Such_Process")).isEqualTo(404);
    }
  }

  @Test
  void aSampleThatWasPlayedIsKeptAsScenario() {
    draft("block-card");
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/process/" + name);
      owner.page().locator("summary").filter(new Locator.FilterOptions().setHasText("Try it with sample data")).click();
      owner.page().getByLabel("Card number").fill("4000123412341234");
      owner.page().getByLabel("reason").selectOption("damaged");
      owner.page().locator("button[id$='play']").click();
      assertThat(owner.page().locator("#story")).containsText("Closed: fulfilled");
      shoot(owner, "around-sample");
      owner.page().getByLabel("Name of the scenario").fill("damaged_card");
      owner.button("Keep as scenario").click();
      assertThat(owner.notice()).hasText("The draft is saved.");
      owner.button("Play all").click();
      assertThat(owner.page().locator("#suite")).containsText("4 of 4 scenarios passed");
      Assertions.assertThat(owner.page().getByLabel("Bundle (YAML)").inputValue()).contains("name: damaged_card", "# Block a card");
      owner.expectNoComplaint();
    }
  }

  @Test
  void runningCasesMoveAfterARehearsal() {
    publish(1);
    String early = file();
    String late = file();
    server.as("agent").post("/api/v1/work-items/" + item(late) + "/claim", "").expect(200);
    server.as("agent").post("/api/v1/work-items/" + item(late) + "/complete", Map.of("outcome", "fine")).expect(200);
    publish(2);
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.page().setViewportSize(320, 900);
      owner.open("/process/" + name);
      check(owner);
      owner.page().setViewportSize(1440, 900);
      owner.open("/migrate/" + name + "?from=2&to=2");
      assertThat(owner.page().locator("main")).containsText("Choose two different versions.");
      owner.open("/process/" + name);
      owner.page().getByText("Move running cases").click();
      assertThat(owner.page().locator("#from")).hasValue("1");
      assertThat(owner.page().locator("#to")).hasValue("2");
      assertThat(owner.page().getByLabel("Step: Sign")).hasValue("");
      owner.page().getByLabel("Stage: Intake").selectOption("reception");
      owner.page().getByLabel("Step: Check").selectOption("look");
      owner.button("Rehearse").click();
      assertThat(row(owner, early)).containsText("Can move");
      assertThat(row(owner, late)).containsText("Stays");
      assertThat(row(owner, late)).containsText("no stage 'signature'");
      check(owner);
      shoot(owner, "around-rehearsed");
      owner.button("Move them all").click();
      assertThat(owner.notice()).containsText("MIG-002");
      owner.button("Rehearse").click();
      owner.page().getByLabel("Reason, for the history of each case").fill("The second look is law now.");
      owner.button("Move them all").click();
      assertThat(owner.page().locator("#live")).containsText("2 of 2 cases have their result", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_MILLIS));
      assertThat(row(owner, early)).containsText("Moved");
      assertThat(row(owner, late)).containsText("Stays in its version");
      assertThat(owner.page().locator("#live[data-live=no]")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MILLIS));
      check(owner);
      shoot(owner, "around-moved");
      owner.open("/process/" + name);
      Locator moved = owner.page().locator("#migrations tbody tr");
      assertThat(moved).hasCount(1);
      assertThat(moved).containsText("The second look is law now.");
      assertThat(moved.locator("td.number").first()).containsText("1");
      assertThat(moved.locator("td.number").last()).containsText("1");
      check(owner);
      shoot(owner, "around-process");
      moved.getByText("1 → 2").click();
      assertThat(row(owner, early)).containsText("Moved");
      owner.open("/process/" + name + "?migrations=nonsense");
      assertThat(owner.notice()).containsText("PAGE-001");
      owner.expectNoComplaint();
    }
    try (Person agent = Person.signedIn(server, "agent")) {
      Assertions.assertThat(agent.open("/migrate/" + name)).isEqualTo(403);
      Assertions.assertThat(agent.open("/migration/1")).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 390", "LIGHT, 320"})
  void itsPagesAreFreeOfViolations(ColorScheme scheme, int width) {
    draft("complaint");
    Bundles.publish(server, "moving-1");
    Bundles.publish(server, "moving-2");
    Map<String, Object> move = Map.of("process", "Moving", "fromVersion", 1, "toVersion", 2, "reason", "To look at.");
    long migration = server.as("owner").post("/api/v1/migrations", move).json().get("id").asLong();
    try (Person owner = Person.signedIn(server, "owner", scheme, width, 900)) {
      for (String address : List.of("/form/" + name, "/migrate/Address_Update", "/migrate/Fee_Inquiry", "/migration/" + migration, "/compare/Moving", "/bundles", "/studio")) {
        owner.open(address);
        check(owner);
        shoot(owner, "around" + address.replace(name, "draft").replaceAll("\\d+", "number").replace('/', '-'));
      }
      owner.expectNoComplaint();
    }
  }

  private void draft(String template) {
    server.as("owner").post("/api/v1/studio/templates/" + template, Map.of("name", name)).expect(200);
  }

  private void publish(int version) {
    try (InputStream stream = StudioPagesIT.class.getResourceAsStream("/bundles/moving-" + version + ".yaml")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("name: Moving", "name: " + name);
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", text.replace(name + "_Flow", "Moving_Flow")).expect(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file() {
    return server.as("requester").post("/api/v1/service-requests", Map.of("process", name, "attributes", Map.of())).expect(201).json().get("caseNumber").asText();
  }

  private long item(String number) {
    return new Filing(server).workItem(number);
  }

  private static Locator row(Person person, String number) {
    return person.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number));
  }

  private static Locator shown(Person person) {
    return person.page().locator("form[data-preview]");
  }

  private static Locator labels(Person person) {
    return person.page().locator("form[data-preview] .label");
  }

  /** For the eye, when -Dcasebound.screenshots=true. */
  private static void shoot(Person person, String picture) {
    if (Boolean.getBoolean("casebound.screenshots")) {
      Pictures.of(person.page(), picture);
    }
  }

  private static void check(Person person) {
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }
}
