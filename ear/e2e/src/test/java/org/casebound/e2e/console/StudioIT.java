package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process owner writes a process, sees what is wrong in it, and publishes it. */
@ExtendWith(ServerLogOnFailure.class)
class StudioIT {
  private final CaseboundServer server = SharedServer.any();
  private final String name = "Drawn_" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aNewProcessIsWrittenMendedPublishedAndRequested() {
    try (Person owner = Person.signedIn(server, "owner")) {
      begin(owner);
      assertThat(owner.page().getByText("None. The draft can be published.")).isVisible();
      String good = text(owner).inputValue();

      text(owner).fill(good.replace("usageType: CustomerService", "usageType: Nonsense"));
      owner.button("Publish").click();
      assertThat(owner.notice()).containsText("The draft has problems and was not published.");
      owner.button("Line 9:14").click();
      Assertions.assertThat(owner.page().evaluate("() => document.activeElement.selectionStart"))
          .isEqualTo(text(owner).inputValue().indexOf("Nonsense"));
      shoot(owner, "studio-problem");

      text(owner).fill(good.replace("label: A new process", "label: A drawn process"));
      owner.page().keyboard().press("Control+s");
      assertThat(owner.notice()).hasText("The draft is saved.");
      owner.button("What would change").click();
      assertThat(owner.page().locator("#plan")).containsText("New process");
      assertThat(owner.page().locator("#plan")).containsText("back_office");
      owner.button("Publish").click();
      assertThat(owner.notice()).hasText("The process is published; it can be requested now.");
      assertThat(owner.page().locator("tbody tr").first()).containsText("Active");
      shoot(owner, "studio-process");
      owner.expectNoComplaint();
    }
    server
        .as("requester")
        .post("/api/v1/service-requests", Map.of("process", name, "attributes", Map.of("wish", "A picture")))
        .expect(201);
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/studio");
      assertThat(owner.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name))).containsText("A drawn process");
      shoot(owner, "studio");
      owner.open("/process/" + name);
      owner.button("Write a new version").click();
      assertThat(text(owner)).isVisible();
      Assertions.assertThat(text(owner).inputValue()).contains("\n  version: 2\n", "# A process with one form");
      owner.button("Discard draft").click();
      assertThat(owner.notice()).hasText("The draft is gone.");
      owner.open("/process/" + name);
      owner.button("Retire").click();
      assertThat(owner.notice()).hasText("Give the reason first.");
      owner.page().getByLabel("Reason, to retire or activate").fill("Drawn enough.");
      owner.button("Retire").click();
      assertThat(owner.notice()).hasText("Done.");
      assertThat(owner.page().locator("tbody tr").first()).containsText("Retired");
      owner.expectNoComplaint();
    }
  }

  @Test
  void anIntegrationThatDoesNotFitItsConnectorIsTold() {
    String draft =
        """
        bundle: casebound/1
        process:
          name: %s
          version: 1
          label: Misfit
          usageType: Industry
          category: Tests
          queue: back_office
          fulfillmentFlow: Misfit_Flow
          attributes: [{ name: card, label: Card, type: Text, required: true }]
        flows:
          - name: Misfit_Flow
            label: Misfit
            trigger: { record: Case, when: created }
            elements:
              - { name: block_card, call: Block_It, input: { card: request.card } }
              - { name: close_fulfilled, closeCase: FULFILLED }
        integrations:
          - { name: Block_It, label: Block, connector: 'java:/eis/CardSystem', operation: 'BLOCK_CARD', mode: SERVICE, inputs: [card] }
        queues: [{ name: back_office, label: Back office }]
        """
            .formatted(name);
    server.as("owner").with("Content-Type", "application/yaml").put("/api/v1/studio/drafts/" + name, draft).expect(200);
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/process/" + name);
      Locator warning = owner.page().locator(".warnings li").filter(new Locator.FilterOptions().setHasText("Block_It"));
      assertThat(warning).containsText("Integration 'Block_It' asks for an operation that its connector does not have.");
      warning.getByRole(AriaRole.BUTTON).click();
      Assertions.assertThat(owner.page().evaluate("() => document.activeElement.selectionStart"))
          .isEqualTo(text(owner).inputValue().indexOf("'BLOCK_CARD"));
      text(owner).fill(draft.replace("BLOCK_CARD", "POST /cards/{card}/block"));
      owner.page().keyboard().press("Control+s");
      assertThat(owner.notice()).hasText("The draft is saved.");
      assertThat(owner.page().locator(".warnings li").filter(new Locator.FilterOptions().setHasText("Block_It"))).hasCount(0);
      owner.button("Discard draft").click();
      assertThat(owner.notice()).hasText("The draft is gone.");
    }
  }

  @Test
  void aTemplateIsBegunAndPlayedUntilItsPathIsLit() {
    try (Person owner = Person.signedIn(server, "owner")) {
      beginAs(owner, "Change a credit limit");
      owner.button("Play all").click();
      assertThat(owner.page().locator("#suite")).containsText("4 of 4 scenarios passed");
      assertThat(owner.page().locator("#suite")).containsText("Steps gone through");
      shoot(owner, "studio-scenarios");

      owner.button("Play Both agree").click();
      assertThat(owner.page().locator("#story")).containsText("Closed: fulfilled");
      assertThat(owner.page().locator("#story svg g.step.done")).hasCount(3);
      assertThat(owner.page().locator("#story svg path.way.taken")).not().hasCount(0);

      owner.page().getByLabel("Card number").fill("4000123412341234");
      owner.page().getByLabel("New limit").fill("20000");
      owner.page().getByLabel("Monthly income").fill("9000");
      owner.page().getByLabel("Check the credit standing", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).selectOption("doubtful");
      owner.page().locator("button[id$='play']").click();
      assertThat(owner.page().locator("#story")).containsText("Closed: rejected");
      assertThat(owner.page().locator("#story")).containsText("Work items (3)");
      assertThat(owner.page().locator("#story [role=region][aria-label='Due times']")).containsText("not needed");
      shoot(owner, "studio-simulation");

      text(owner).fill(text(owner).inputValue().replace("goTo: refusal }", "goTo: refusals }").replace("            goTo: refusal\n", "            goTo: refusals\n"));
      owner.button("Play all").click();
      assertThat(owner.notice()).containsText("The text has mistakes.");
      Assertions.assertThat(text(owner).inputValue()).as("what is typed stays").contains("goTo: refusals");
      owner.button("Discard draft").click();
      assertThat(owner.notice()).hasText("The draft is gone.");
      owner.expectNoComplaint();
    }
  }

  @Test
  void aDraftIsWarnedOfWhatItSendsAndOfAQueueThatNobodyWorks() {
    String queue = "desk_" + name.substring(6);
    String kept =
        """
        bundle: casebound/1
        process:
          name: %1$s
          version: 1
          label: A drawn process
          queue: %2$s
          fulfillmentFlow: Drawn_Flow
          attributes: [{ name: wish, type: Text, sensitivity: PERSONAL }]
        flows:
          - name: Drawn_Flow
            stages:
              - name: work
                steps: [{ name: do_it, interactive: { queue: %2$s, outcomes: [done] } }]
        queues: [{ name: %2$s }]
        """
            .formatted(name, queue);
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", kept).expect(200);
    String number =
        server.as("requester").post("/api/v1/service-requests", Map.of("process", name, "attributes", Map.of("wish", "x"))).expect(201).json().path("caseNumber").asText();
    String next =
        kept.replace("version: 1", "version: 2").replace("outcomes: [done] } }]", "outcomes: [done] } }, { name: tell, call: Shop, input: { wish: request.wish } }]")
            + "integrations: [{ name: Shop, connector: 'java:/eis/CoreBanking', operation: POST /x, inputs: [wish] }]\n";
    try (Person owner = Person.signedIn(server, "owner")) {
      server.as("owner").with("Content-Type", "application/yaml").put("/api/v1/studio/drafts/" + name, next).expect(200);
      owner.open("/process/" + name);
      Locator warnings = owner.page().locator("ol.warnings li");
      assertThat(warnings).hasCount(2);
      assertThat(warnings.first()).containsText("Nobody has taken work or cases from the queue '" + queue + "' yet");
      assertThat(warnings.last()).containsText("'Shop' gets 'request.wish', which is PERSONAL");
      warnings.last().locator("button").click();
      Assertions.assertThat(owner.page().evaluate("() => document.activeElement.selectionStart")).isEqualTo(text(owner).inputValue().indexOf("Shop, connector"));
      shoot(owner, "studio-warnings");

      JsonNode work = server.as("lead").get("/api/v1/cases/" + number).expect(200).json().findValue("workItemId");
      server.as("lead").post("/api/v1/work-items/" + work.asLong() + "/claim", "").expect(200);
      owner.open("/process/" + name);
      assertThat(warnings).hasCount(1);
      assertThat(warnings).containsText("'Shop' gets");
      owner.expectNoComplaint();
    }
  }

  @Test
  void theSecondOfTwoAuthorsIsToldAndKeepsWhatHeTyped() {
    try (Person owner = Person.signedIn(server, "owner");
        Person admin = Person.signedIn(server, "admin")) {
      begin(owner);
      admin.open("/process/" + name);
      text(admin).fill("# theirs");
      admin.button("Save").click();
      assertThat(admin.notice()).containsText("The draft is saved.");

      text(owner).fill("# mine");
      owner.button("Save").click();
      assertThat(owner.notice()).containsText("admin changed this draft");
      assertThat(text(owner)).hasValue("# mine");
      assertThat(owner.page().getByLabel("The other text")).hasValue("# theirs");

      text(admin).fill("# theirs again");
      admin.button("Save").click();
      assertThat(admin.notice()).containsText("The draft is saved.");
      owner.button("Save mine instead").click();
      assertThat(owner.notice()).containsText("admin changed this draft");
      assertThat(owner.page().getByLabel("The other text")).hasValue("# theirs again");
      owner.button("Save mine instead").click();
      assertThat(owner.notice()).containsText("The draft is saved.");
      assertThat(text(owner)).hasValue("# mine");
      owner.button("Discard draft").click();
      owner.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 390", "LIGHT, 320"})
  void itsPagesAreFreeOfViolations(ColorScheme scheme, int width) {
    try (Person owner = Person.signedIn(server, "owner", scheme, width, 900)) {
      begin(owner);
      text(owner).fill("bundle: casebound/1\nprocess: {}\n");
      owner.button("Save").click();
      assertThat(owner.notice()).containsText("It has problems");
      check(owner);
      owner.button("Discard draft").click();
      check(owner);
      beginAs(owner, "Handle a complaint");
      owner.button("Play all").click();
      assertThat(owner.page().locator("#suite")).isVisible();
      owner.button("Play Goodwill paid").click();
      assertThat(owner.page().locator("#story")).isVisible();
      check(owner);
      shoot(owner, "studio-story-" + scheme);
      owner.button("Discard draft").click();
      owner.open("/process/Block_Credit_Card");
      check(owner);
      owner.expectNoComplaint();
    }
  }

  private static void check(Person person) {
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }

  @Test
  void whoDesignsNoProcessesDoesNotSeeThem() {
    try (Person agent = Person.signedIn(server, "agent")) {
      Assertions.assertThat(agent.open("/studio")).isEqualTo(403);
      Assertions.assertThat(agent.open("/process/Credit_Card_Block")).isEqualTo(403);
    }
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/studio");
      assertThat(operator.page().getByText("New process", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))).isHidden();
    }
  }

  private void begin(Person owner) {
    owner.open("/studio");
    owner.page().getByLabel("API name").fill(name);
    owner.button("Begin").click();
    assertThat(owner.heading()).hasText(name);
  }

  private void beginAs(Person owner, String template) {
    owner.open("/studio");
    owner.page().getByLabel("API name").fill(name);
    owner.page().getByLabel("Begin with").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(template));
    owner.button("Begin").click();
    assertThat(owner.heading()).hasText(name);
  }

  private static Locator text(Person person) {
    return person.page().getByLabel("Bundle (YAML)");
  }

  /** For the eye, when -Dcasebound.screenshots=true. */
  private static void shoot(Person person, String picture) {
    if (Boolean.getBoolean("casebound.screenshots")) {
      for (int width : new int[] {1440, 390}) {
        person.page().setViewportSize(width, 900);
        person.page().screenshot(
            new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", picture + "-" + width + ".png")));
      }
      person.page().setViewportSize(1440, 900);
    }
  }
}
