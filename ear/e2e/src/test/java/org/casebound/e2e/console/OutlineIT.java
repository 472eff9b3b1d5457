package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
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

/** A process owner changes a process by its outline, without writing YAML; what is written there otherwise stays. */
@ExtendWith(ServerLogOnFailure.class)
class OutlineIT {
  private final CaseboundServer server = SharedServer.any();
  private final String name = "Outlined_" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aStepIsAddedNamedAndMovedAndTheProcessIsPublished() {
    try (Person owner = Person.signedIn(server, "owner")) {
      begin(owner);
      owner.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Outline").setExact(true)).click();
      choose(owner, "A new process");
      add(owner, "Attribute (below, in attributes)");
      fill(owner, "Name", "amount");
      fill(owner, "Label", "How much");
      owner.page().getByLabel("Type", new Page.GetByLabelOptions().setExact(true)).selectOption("Number");
      owner.button("Apply").click();
      assertThat(owner.notice()).hasText("The draft is changed.");

      choose(owner, "Step");
      add(owner, "Background step");
      fill(owner, "Name", "note_it");
      fill(owner, "Label", "Note it");
      owner.page().getByLabel("Comparison").selectOption("MORE_THAN");
      owner.page().locator("select[id$=rowName]").selectOption("request.amount");
      fill(owner, "Value", "1000");
      owner.button("Add to the condition").click();
      assertThat(owner.page().getByLabel("When", new Page.GetByLabelOptions().setExact(true))).hasValue("request.amount > 1000");
      owner.button("Apply").click();
      assertThat(owner.notice()).hasText("The draft is changed.");
      owner.button("Move up").click();
      assertThat(owner.notice()).hasText("The draft is changed.");
      assertThat(owner.page().locator("#chosen")).not().containsText("Move up");
      owner.press("Control+z");
      assertThat(owner.notice()).hasText("The last change is undone.");
      choose(owner, "Note it");
      assertThat(owner.page().locator("#chosen")).containsText("Move up");
      owner.button("Move up").click();
      assertThat(owner.notice()).hasText("The draft is changed.");
      Locator drawn = owner.page().locator("#picture .flowpicture a");
      assertThat(drawn).hasCount(2);
      drawn.filter(new Locator.FilterOptions().setHasText("Note it")).click();
      assertThat(owner.page().locator(".branches a:focus")).containsText("Note it");
      shoot(owner, "outline");

      owner.page().getByText("Text and problems").click();
      String text = owner.page().locator("textarea[data-source]").inputValue();
      Assertions.assertThat(text)
          .contains("# A process with one form", "name: amount", "type: Number", "name: note_it", "when: request.amount > 1000");
      Assertions.assertThat(text.indexOf("note_it")).isLessThan(text.indexOf("interactive:"));
      owner.button("Publish").click();
      assertThat(owner.notice()).hasText("The process is published; it can be requested now.");
      owner.expectNoComplaint();
    }
    server.as("requester").post("/api/v1/service-requests", Map.of("process", name, "attributes", Map.of("wish", "x", "amount", 5))).expect(201);
  }

  @Test
  void aLineIsDraggedAmongItsSiblingsAndGoesBackFromElsewhere() {
    server.as("owner").post("/api/v1/studio/templates/fee-reversal", Map.of("name", name)).expect(200);
    try (Person owner = Person.signedIn(server, "owner")) {
      owner.open("/outline/" + name);
      String first = attribute(owner, 0).innerText();
      String second = attribute(owner, 1).innerText();
      String third = attribute(owner, 2).innerText();
      drag(owner, attribute(owner, 0), attribute(owner, 2), 4);
      owner.page().mouse().up();
      assertThat(owner.notice()).hasText("The draft is changed.");
      assertThat(attribute(owner, 0)).hasText(second, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
      assertThat(attribute(owner, 1)).hasText(third, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
      assertThat(attribute(owner, 2)).hasText(first, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
      assertThat(attribute(owner, 2).locator("a")).hasAttribute("aria-current", "true");
      owner.press("Control+z");
      assertThat(owner.notice()).hasText("The last change is undone.");

      int version = server.as("owner").get("/api/v1/studio/drafts/" + name).expect(200).json().get("version").asInt();
      drag(owner, attribute(owner, 1), owner.page().locator(".branches [data-at='/process']"), -40);
      assertThat(owner.page().locator(".branches .astray")).not().hasCount(0);
      owner.page().mouse().up();
      drag(owner, attribute(owner, 1), attribute(owner, 0), -4);
      assertThat(owner.page().locator(".branches .drop-above")).hasCount(1);
      owner.page().keyboard().press("Escape");
      owner.page().mouse().up();
      assertThat(owner.page().locator(".branches .dragged")).hasCount(0);
      Accessibility.expectNoViolation(owner.page());
      shoot(owner, "outline-grips");
      assertThat(attribute(owner, 1)).hasText(second, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
      Assertions.assertThat(server.as("owner").get("/api/v1/studio/drafts/" + name).expect(200).json().get("version").asInt()).isEqualTo(version);
      owner.expectNoComplaint();
    }
  }

  private static Locator attribute(Person person, int index) {
    return person.page().locator(".branches [data-at='/process/attributes/" + index + "']");
  }

  /** Takes a line by its grip and moves it so far below the middle of another line; the button stays pressed. */
  private static void drag(Person person, Locator line, Locator to, int below) {
    to.scrollIntoViewIfNeeded();
    BoundingBox grip = line.locator(".grip").boundingBox();
    BoundingBox place = to.boundingBox();
    person.page().mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    person.page().mouse().down();
    person.page().mouse().move(grip.x + grip.width / 2, place.y + place.height / 2 + below, new Mouse.MoveOptions().setSteps(5));
  }

  @Test
  void anIntegrationIsMappedAndTriedWithASample() {
    try (Person owner = Person.signedIn(server, "owner")) {
      begin(owner);
      owner.open("/outline/" + name);
      add(owner, "Integration");
      fill(owner, "New name", "booking");
      fill(owner, "Its value (expression)", "reply.id + '-1'");
      owner.button("Add the value").click();
      assertThat(owner.notice()).hasText("The draft is changed.");
      assertThat(owner.page().getByLabel("Output booking", new Page.GetByLabelOptions().setExact(true))).hasValue("reply.id + '-1'");
      Assertions.assertThat(owner.page().locator("textarea[id$=sampleInput]").inputValue()).contains("\"id\"");
      owner.page().locator("textarea[id$=sampleInput]").fill("{\"id\": \"C-7\"}");
      owner.page().locator("textarea[id$=sampleReply]").fill("{\"id\": \"B\"}");
      owner.button("Preview").click();
      assertThat(owner.page().locator("#sample pre").first()).containsText("C-7");
      assertThat(owner.page().locator("#sample pre").last()).containsText("B-1");
      Accessibility.expectNoViolation(owner.page());
      shoot(owner, "outline-sample");
      owner.page().locator("textarea[id$=sampleReply]").fill("{}");
      owner.button("Preview").click();
      assertThat(owner.notice()).containsText("reply.id");
      owner.expectNoComplaint();
    }
  }

  @Test
  void whoIsLateIsToldAndSeesTheOutlineAsItIs() {
    try (Person owner = Person.signedIn(server, "owner");
        Person admin = Person.signedIn(server, "admin")) {
      begin(owner);
      owner.open("/outline/" + name + "?at=/process");
      admin.open("/outline/" + name + "?at=/process");
      fill(admin, "Label", "Theirs");
      admin.button("Apply").click();
      assertThat(admin.notice()).hasText("The draft is changed.");
      fill(owner, "Label", "Mine");
      owner.button("Apply").click();
      assertThat(owner.notice()).containsText("admin changed this draft");
      assertThat(owner.page().locator("button[data-undo]")).hasCount(0);
      assertThat(owner.page().getByLabel("Label", new Page.GetByLabelOptions().setExact(true))).hasValue("Mine");
      assertThat(owner.page().locator(".branches")).containsText("Theirs");
      owner.button("Apply").click();
      assertThat(owner.notice()).hasText("The draft is changed.");
      assertThat(owner.page().locator(".branches")).containsText("Mine");
      owner.expectNoComplaint();
    }
  }

  @Test
  void nobodyElseSeesADraft() {
    try (Person owner = Person.signedIn(server, "owner");
        Person operator = Person.signedIn(server, "operator")) {
      begin(owner);
      Assertions.assertThat(operator.open("/outline/" + name)).isEqualTo(403);
      Assertions.assertThat(owner.open("/outline/No_Such_Process")).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 390", "LIGHT, 320"})
  void isFreeOfViolations(ColorScheme scheme, int width) {
    try (Person owner = Person.signedIn(server, "owner", scheme, width, 900)) {
      begin(owner);
      for (String at : new String[] {"", "/process", "/flows/0/stages/0/steps/0"}) {
        owner.open("/outline/" + name + "?at=" + at);
        Accessibility.expectNoViolation(owner.page());
        Accessibility.expectNothingSticksOut(owner.page());
      }
      if (width < 1000) {
        shoot(owner, "outline-" + width);
      }
      owner.expectNoComplaint();
    }
  }

  private void begin(Person owner) {
    owner.open("/studio");
    owner.page().getByLabel("API name").fill(name);
    owner.button("Begin").click();
    assertThat(owner.page().locator("textarea[data-source]")).isVisible();
  }

  private static void choose(Person owner, String title) {
    owner.page().locator(".branches a", new Page.LocatorOptions().setHasText(title)).first().click();
    assertThat(owner.page().locator(".branches a[aria-current]")).containsText(title);
  }

  private static void add(Person owner, String what) {
    owner.page().locator("select[id$=addition]").selectOption(new SelectOption().setLabel(what));
    owner.button("Add").click();
    assertThat(owner.notice()).hasText("The draft is changed.");
  }

  private static void fill(Person owner, String label, String value) {
    Locator field = owner.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    field.fill(value);
  }

  private static void shoot(Person owner, String picture) {
    if (Boolean.getBoolean("casebound.screenshots")) {
      owner.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures/" + picture + ".png")));
    }
  }
}
