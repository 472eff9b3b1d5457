package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/**
 * From a template to the first closed case, in the browser alone: nobody types an address or YAML, each page says what is next, and
 * there are few steps.
 */
@ExtendWith(ServerLogOnFailure.class)
class FirstCaseIT {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_STEPS = 16;
  private static final int LONG_MILLIS = 60_000;

  private final CaseboundServer server = SharedServer.any();
  private final String name = "First_" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> steps = new ArrayList<>();

  @Test
  void aTemplateBecomesAProcessAndItsFirstCaseIsClosed() {
    Instant begun = Instant.now();
    try (Person owner = Person.signedIn(server, "owner");
        Person requester = Person.signedIn(server, "requester");
        Person agent = Person.signedIn(server, "agent")) {
      design(owner);
      String number = file(requester);
      work(agent, number);
      assertThat(requester.page().locator("#where")).hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(LONG_MILLIS));
      owner.expectNoComplaint();
      requester.expectNoComplaint();
      agent.expectNoComplaint();
    }
    Assertions.assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
    Assertions.assertThat(steps).hasSizeBetween(12, MOST_STEPS);
  }

  private void design(Person owner) {
    step("Studio", link(owner, "Studio"));
    step("Begin with a template", link(owner, "Begin with a template"));
    assertThat(owner.page().locator(".templates > li")).hasCount(10);
    step("Choose one", link(owner, "Give a fee back"));
    assertThat(owner.page().locator(".flowpicture svg g.step")).hasCount(3);
    assertThat(owner.page().locator("main")).containsText("Back office");
    owner.page().getByLabel("API name").fill(name);
    step("Begin", owner.button("Begin with this template"));
    assertThat(owner.notice()).hasText("The draft is a copy of the template. Nothing is published yet.");
    assertThat(next(owner)).containsText("Play its scenarios");
    step("Play", next(owner).locator("button"));
    assertThat(owner.page().locator("#suite")).containsText("4 of 4 scenarios passed");
    assertThat(next(owner)).containsText("Publish it, so that it can be requested.");
    step("Publish", next(owner).locator("button"));
    assertThat(owner.notice()).hasText("The process is published; it can be requested now.");
    assertThat(next(owner)).containsText("Your role files no requests");
    assertThat(next(owner)).containsText("/request/" + name);
  }

  private String file(Person requester) {
    Page page = requester.page();
    step("Requests", link(requester, "Requests"));
    page.getByLabel("Find a service").fill("Gives a fee back");
    step("Find", requester.button("Find"));
    assertThat(page.locator(".service i.pi-undo").first()).isVisible();
    step("Choose the service", page.locator(".service a[href$='/request/" + name + "']"));
    page.getByLabel("Number of the fee").fill("F-77");
    page.getByLabel("amount").fill("120");
    page.getByLabel("Why it is given back").fill("Promised by the branch.");
    step("Check", requester.button("Check the request"));
    step("File", requester.button("File the request"));
    assertThat(page.locator("#where")).hasText("We are working on it", new LocatorAssertions.HasTextOptions().setTimeout(LONG_MILLIS));
    assertThat(page.locator("main")).containsText("Agree to give the fee back");
    return page.locator(".receipt .mono").innerText();
  }

  private void work(Person agent, String number) {
    agent.page().getByPlaceholder("Search, or a case number").fill(number);
    agent.page().keyboard().press("Enter");
    assertThat(agent.page().locator("h1")).containsText("Give a fee back");
    step("Open the work item", link(agent, "Open work item"));
    step("Claim", agent.button("Claim"));
    assertThat(agent.notice()).containsText("yours");
    step("Agree", agent.button("Agree"));
    assertThat(agent.notice()).containsText(number);
  }

  /** Whoever writes mistakes is led to them, and on when they are mended. */
  @Test
  void mistakesAreTheNextStepUntilTheyAreMended() {
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/templates/block-card");
      assertThat(owner.page().getByLabel("API name")).hasValue("Block_Card");
      owner.page().getByLabel("API name").fill("no name");
      owner.button("Begin with this template").click();
      assertThat(owner.notice()).containsText("PROC-005");
      assertThat(owner.page().getByLabel("API name")).hasValue("no name");
      assertThat(owner.page().locator(".flowpicture svg g.step")).not().hasCount(0);
      owner.page().getByLabel("API name").fill(name);
      owner.button("Begin with this template").click();
      Locator text = owner.page().getByLabel("Bundle (YAML)");
      String good = text.inputValue();
      text.fill(good.replace("usageType: FinancialServices", "usageType: Nonsense"));
      owner.button("Save").click();
      assertThat(next(owner)).containsText("The draft has problems.");
      next(owner).locator("a").click();
      assertThat(owner.page().locator("#problems li")).hasCount(1);
      text.fill(good.replace("end: REJECTED", "end: FULFILLED"));
      owner.button("Save").click();
      next(owner).locator("button").click();
      assertThat(next(owner)).containsText("Not every scenario came out as it says.");
      text.fill(good);
      owner.button("Save").click();
      assertThat(next(owner)).containsText("Play its scenarios");
      owner.button("Discard draft").click();
      assertThat(owner.notice()).hasText("The draft is gone.");
      owner.expectNoComplaint();
    }
  }

  @Test
  void whoDesignsNoProcessesSeesNoTemplates() {
    try (Person agent = Person.signedIn(server, "agent");
        Person operator = Person.signedIn(server, "operator")) {
      Assertions.assertThat(agent.open("/templates")).isEqualTo(403);
      Assertions.assertThat(agent.open("/templates/block-card")).isEqualTo(403);
      Assertions.assertThat(operator.open("/templates/block-card")).isEqualTo(200);
      assertThat(operator.page().getByLabel("API name")).hasCount(0);
      Assertions.assertThat(operator.open("/templates/no-such-template")).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 390", "LIGHT, 320"})
  void itsPagesAreFreeOfViolations(ColorScheme scheme, int width) {
    try (Person owner = Person.signedIn(server, "owner", scheme, width, 900)) {
      for (String address : List.of("/templates", "/templates/credit-limit-change", "/templates/block-card", "/process/Block_Credit_Card")) {
        owner.open(address);
        Accessibility.expectNoViolation(owner.page());
        Accessibility.expectNothingSticksOut(owner.page());
        if (Boolean.getBoolean("casebound.screenshots")) {
          Pictures.of(owner.page(), "templates" + address.replace('/', '-') + "-at-" + width);
        }
      }
      owner.expectNoComplaint();
    }
  }

  /** A step is something to click that the page shows. */
  private void step(String what, Locator button) {
    assertThat(button.first()).isVisible();
    assertThat(button.first()).isEnabled();
    steps.add(what);
    button.first().click();
  }

  private static Locator link(Person person, String text) {
    return person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private static Locator next(Person person) {
    return person.page().locator("#next");
  }
}
