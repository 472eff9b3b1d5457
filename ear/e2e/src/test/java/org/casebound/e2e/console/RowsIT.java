package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A generated form with rows, a map, a switch and a text to read. */
@ExtendWith(ServerLogOnFailure.class)
class RowsIT {
  private final CaseboundServer server = SharedServer.any();

  @BeforeEach
  void publish() throws IOException {
    try (InputStream bundle = RowsIT.class.getResourceAsStream("/bundles/rows.yaml")) {
      String yaml = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=rows.yaml", yaml).expect(200);
    }
  }

  @Test
  void rowsAreAddedAndRemovedByKeysAndReachTheCase() {
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/requests?words=everybody");
      assertThat(page.locator(".service")).containsText("Cards for everybody, in one request.");
      assertThat(page.locator(".service")).not().containsText("Orders up to three cards");
      assertThat(page.locator(".service i.pi-credit-card")).isVisible();
      requester.open("/request/Order_Cards");
      assertThat(page.locator("main")).containsText("Orders up to three cards and has them sent.");
      assertThat(page.locator(".told")).containsText("Name every person who needs a card.");
      page.getByLabel("Holder").fill("Ada");
      page.getByLabel("Kind").selectOption("debit");
      page.getByLabel("Holder").press("Enter");
      assertThat(page.getByLabel("Holder")).hasCount(2);
      assertThat(page.getByLabel("Holder").nth(1)).isFocused();
      page.keyboard().type("Wrong");
      button(page, "Add a row Cards").press("Enter");
      assertThat(page.getByLabel("Holder").nth(2)).isFocused();
      page.keyboard().type("Grace");
      assertThat(button(page, "Add a row Cards")).hasCount(0);
      button(page, "Remove Cards 2").press("Space");
      assertThat(page.getByLabel("Holder")).hasCount(2);
      assertThat(page.getByLabel("Holder").nth(1)).hasValue("Grace");
      assertThat(page.getByLabel("Holder").nth(1)).isFocused();
      button(page, "Add a row Notes").click();
      page.getByLabel("Notes").locator("input").fill("Ring twice");
      page.getByLabel("Branch").fill("North");
      page.getByLabel("Send by courier").check();
      page.getByLabel("Courier (required)").selectOption("van");
      Accessibility.expectNoViolation(page);
      Browser.picture(page, "rows-1440");

      requester.button("Check the request").click();
      assertThat(page.getByLabel("Kind").nth(1)).hasAttribute("aria-invalid", "true");
      assertThat(page.getByLabel("Kind").first()).not().hasAttribute("aria-invalid", "true");
      page.getByLabel("Kind").nth(1).selectOption("credit");
      requester.button("Check the request").click();
      assertThat(page.locator(".rowlist").first()).containsText("Grace");
      Accessibility.expectNoViolation(page);
      requester.button("File the request").click();
      assertThat(page).hasURL(Pattern.compile("/track/C-\\d+\\?filed=yes$"));
      String number = page.url().replaceAll(".*/track/(C-\\d+).*", "$1");
      requester.expectNoComplaint();

      JsonNode values = server.as("lead").get("/api/v1/cases/" + number).expect(200).json().at("/request/attributes");
      assertThat(value(values, "cards"))
          .hasToString("[{\"holder\":\"Ada\",\"kind\":\"debit\",\"limit\":500},{\"holder\":\"Grace\",\"kind\":\"credit\",\"limit\":500}]");
      assertThat(value(values, "notes")).hasToString("[\"Ring twice\"]");
      assertThat(value(values, "delivery")).hasToString("{\"branch\":\"North\"}");
      assertThat(value(values, "express").asBoolean()).isTrue();
      assertThat(value(values, "hint").isMissingNode()).isTrue();
      assertThat(page.locator("main")).containsText("Credit card");
    }
  }

  @Test
  void rowsWorkWithoutScriptsOnASmallScreen() {
    try (BrowserContext plain = Browser.shared().newContextWithoutScripts(server, 320, 640)) {
      Page page = orderCards(plain);
      page.getByLabel("Holder").fill("Ada");
      page.getByLabel("Kind").selectOption("debit");
      button(page, "Add a row Cards").click();
      page.getByLabel("Holder").nth(1).fill("Grace");
      button(page, "Remove Cards 1").click();
      assertThat(page.getByLabel("Holder")).hasValue("Grace");
      Browser.picture(page, "rows-320");
      assertThat((Integer) page.locator("main").evaluate("e => document.documentElement.scrollWidth")).isLessThanOrEqualTo(320);
      page.getByLabel("Kind").selectOption("credit");
      page.locator("button", new Page.LocatorOptions().setHasText("Check the request")).click();
      assertThat(page.locator(".rowlist")).containsText("Grace");
    }
  }

  @Test
  void fieldsComeAndGoWithTheAnswersTheyDependOn() {
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/request/Order_Cards");
      assertThat(page.getByLabel("Holder")).isVisible();
      assertThat(page.getByLabel("Courier (required)")).hasCount(0);
      assertThat(requester.button("Update the form")).hasCount(0);
      page.getByLabel("Holder").fill("Ada");
      page.getByLabel("Kind").selectOption("debit");
      page.getByLabel("Send by courier").press("Space");
      page.getByLabel("Courier (required)").selectOption("bike");
      page.getByLabel("Floor").fill("3");
      Accessibility.expectNoViolation(page);
      page.getByLabel("Courier (required)").selectOption("van");
      assertThat(page.getByLabel("Floor")).hasCount(0);
      assertThat(page.getByLabel("Courier (required)")).isFocused();
      assertThat(page.getByLabel("Holder")).hasValue("Ada");
      requester.button("Check the request").click();
      assertThat(page.locator("main")).containsText("van");
      assertThat(page.locator("main")).not().containsText("Floor");
      requester.button("File the request").click();
      assertThat(page).hasURL(Pattern.compile("/track/C-\\d+\\?filed=yes$"));
      requester.expectNoComplaint();
    }
  }

  @Test
  void whatIsTypedOrPressedWhileAnAnswerIsOnItsWayIsKept() {
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/request/Order_Cards");
      page.getByLabel("Holder").fill("Ada");
      button(page, "Add a row Cards").click();
      page.getByLabel("Holder").nth(1).fill("Bo");
      page.getByLabel("Kind").nth(1).selectOption("debit");
      assertThat(page.locator("[data-parts]")).not().hasAttribute("aria-busy", "true");
      List<Route> held = new ArrayList<>();
      // A route that ends by itself would let go what it holds.
      page.route("**/request/Order_Cards*", route -> {
        if (held.isEmpty()) {
          held.add(route);
        } else {
          route.resume();
        }
      });
      button(page, "Remove Cards 1").click();
      page.waitForCondition(() -> !held.isEmpty());
      page.getByLabel("Holder").nth(1).press("End");
      page.keyboard().type("bby");
      button(page, "Add a row Notes").click();
      page.getByLabel("Send by courier").focus();
      requester.button("Check the request").click();
      held.get(0).resume();
      assertThat(page.locator(".rowlist").first()).containsText("Bobby");
      assertThat(page.locator(".rowlist").first()).not().containsText("Ada");
      requester.button("Change something").click();
      assertThat(page.getByLabel("Holder")).hasValue("Bobby");
      assertThat(page.getByLabel("Notes").locator("input")).hasCount(1);
      requester.expectNoComplaint();
    }
  }

  @Test
  void aPressIsKeptWhenTheFormIsRenewedBeforeTheButtonIsLetGo() {
    try (Person requester = Person.signedIn(server, "requester")) {
      Page page = requester.page();
      requester.open("/request/Order_Cards");
      page.getByLabel("Holder").fill("Ada");
      button(page, "Add a row Cards").hover();
      page.waitForResponse(RowsIT::isOfTheForm, () -> page.mouse().down()).finished();
      page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
      page.mouse().up();
      assertThat(page.getByLabel("Holder")).hasCount(2);
      assertThat(page.getByLabel("Holder").first()).hasValue("Ada");
      requester.expectNoComplaint();
    }
  }

  @Test
  void withoutScriptsTheFieldsComeByTheirButtonOrBeforeTheCheckPage() {
    try (BrowserContext plain = Browser.shared().newContextWithoutScripts(server, 320, 640)) {
      Page page = orderCards(plain);
      page.getByLabel("Holder").fill("Ada");
      page.getByLabel("Kind").selectOption("debit");
      page.getByLabel("Send by courier").check();
      button(page, "Update the form").click();
      page.getByLabel("Courier (required)").selectOption("bike");
      button(page, "Check the request").click();
      assertThat(page.locator(".notices")).containsText("Your answers ask for more");
      page.getByLabel("Floor").fill("12");
      button(page, "Check the request").click();
      assertThat(page.getByLabel("Floor")).hasAttribute("aria-invalid", "true");
    }
  }

  @Test
  void theApiTakesNoValueOfWhatIsNotThereAndAsksForWhatIs() {
    Map<String, Object> card = Map.of("holder", "Ada", "kind", "debit");
    Map<String, Object> closed = Map.of("cards", List.of(card), "courier", "van", "floor", 40);
    String number =
        server.as("requester").post("/api/v1/service-requests", Map.of("process", "Order_Cards", "attributes", closed)).expect(201).json()
            .get("caseNumber").asText();
    JsonNode values = server.as("lead").get("/api/v1/cases/" + number).expect(200).json().at("/request/attributes");
    assertThat(value(values, "courier").asText()).isEmpty();
    assertThat(value(values, "floor").asText()).isEmpty();
    Map<String, Object> open = Map.of("cards", List.of(card), "express", true, "courier", "bike");
    assertThat(
            server.as("requester").post("/api/v1/service-requests", Map.of("process", "Order_Cards", "attributes", open)).expect(422).json()
                .at("/errors/0/pointer").asText())
        .isEqualTo("/attributes/floor");
  }

  @Test
  void aWorkItemTakesRowsAndTheFlowGoesThroughThem() {
    Map<String, Object> asked = Map.of("cards", List.of(Map.of("holder", "Ada", "kind", "debit"), Map.of("holder", "Bo", "kind", "credit")));
    String number =
        server.as("requester").post("/api/v1/service-requests", Map.of("process", "Order_Cards", "attributes", asked)).expect(201).json()
            .get("caseNumber").asText();
    long item = new Filing(server).workItem(number);
    try (Person agent = Person.signedIn(server, "agent")) {
      Page page = agent.page();
      agent.open("/work/" + item);
      agent.button("Claim").click();
      page.locator(".rows input").fill("17");
      button(page, "Add a row Serial numbers").click();
      page.locator(".rows input").nth(1).fill("1.5");
      agent.button("Packed").click();
      assertThat(page.locator(".rows input").nth(1)).hasAttribute("aria-invalid", "true");
      assertThat(page.locator(".rows input").nth(1)).hasValue("1.5");
      Browser.picture(page, "work-rows-1440");
      page.locator(".rows input").nth(1).fill("18");
      Accessibility.expectNoViolation(page);
      agent.button("Packed").click();
      assertThat(agent.notice()).containsText("is done");
      agent.expectNoComplaint();
    }
    JsonNode closed = server.as("lead").get("/api/v1/cases/" + number).expect(200).json();
    assertThat(closed.get("closeReason").asText()).isEqualTo("Ada Bo 2");
  }

  @Test
  void theCaseShowsTheEarlierValuesOfAField() {
    Map<String, Object> asked = Map.of("cards", List.of(Map.of("holder", "Ada", "kind", "debit")), "notes", List.of("Ring twice"));
    JsonNode receipt =
        server.as("lead").post("/api/v1/service-requests", Map.of("process", "Order_Cards", "requester", "requester", "attributes", asked)).expect(201).json();
    String request = "/api/v1/service-requests/" + receipt.get("serviceCatalogRequestId").asLong();
    JsonNode seen = server.as("agent").get(request).expect(200).json();
    server.as("agent")
        .patch(request, Map.of("attributes", Map.of("notes", List.of("Do not ring")), "reason", "By phone.", "version", seen.get("version").asInt()))
        .expect(200);
    String number = receipt.get("caseNumber").asText();
    JsonNode changes = changes(number, "agent", "notes");
    assertThat(changes).extracting(change -> change.get("value").asText() + " " + change.get("source").asText() + " " + change.get("by").asText())
        .containsExactly("Do not ring CORRECTION agent", "Ring twice INTAKE lead");
    assertThat(changes(number, "agent", "cards")).isEmpty();
    assertThat(changes(number, "requester", "notes")).extracting(change -> change.get("value").asText()).containsOnly("••••••");
    assertThat(server.as("requester").get("/api/v1/cases/" + number).expect(200).body()).doesNotContain("Ring twice");
    try (Person agent = Person.signedIn(server, "agent")) {
      agent.open("/case/" + number);
      agent.page().locator(".earlier summary").first().click();
      assertThat(agent.page().locator(".earlier").first()).containsText("Ring twice");
      Accessibility.expectNoViolation(agent.page());
      Browser.picture(agent.page(), "earlier-1440");
    }
  }

  private JsonNode changes(String number, String user, String attribute) {
    JsonNode attributes = server.as(user).get("/api/v1/cases/" + number).expect(200).json().at("/request/attributes");
    for (JsonNode each : attributes) {
      if (each.get("name").asText().equals(attribute)) {
        return each.get("changes");
      }
    }
    throw new AssertionError(attributes.toString());
  }

  @Test
  void theApiNamesThePlaceInTheRows() {
    Map<String, Object> rows =
        Map.of("cards", List.of(Map.of("holder", "Ada", "kind", "debit"), Map.of("kind", "gold", "limit", 6000)), "notes", List.of("a", "b", "c"));
    JsonNode problems =
        server.as("requester").post("/api/v1/service-requests", Map.of("process", "Order_Cards", "attributes", rows)).expect(422).json().get("errors");
    assertThat(problems).extracting(problem -> problem.get("pointer").asText())
        .containsExactlyInAnyOrder("/attributes/cards/1/holder", "/attributes/cards/1/kind", "/attributes/cards/1/limit", "/attributes/notes");
    assertThat(server.as("requester").get("/api/v1/processes/Order_Cards").expect(200).json().at("/attributes/1/columns/2/name").asText())
        .isEqualTo("limit");
  }

  @Test
  void theFormIsFreeOfViolationsOnAPhoneInTheDark() {
    try (Person requester = Person.signedIn(server, "requester", ColorScheme.DARK, 390, 844)) {
      requester.open("/request/Order_Cards");
      button(requester.page(), "Add a row Cards").click();
      assertThat(requester.page().getByLabel("Holder")).hasCount(2);
      button(requester.page(), "Add a row Notes").click();
      requester.page().getByLabel("Send by courier").check();
      Accessibility.expectNoViolation(requester.page());
      Browser.picture(requester.page(), "rows-390-dark");
    }
  }

  private static Page orderCards(BrowserContext plain) {
    Page page = plain.newPage();
    page.navigate("/request/Order_Cards");
    page.getByLabel("User name").fill("requester");
    page.getByLabel("Password").fill("requester-demo");
    page.locator("button.primary").first().click();
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.locator("button").filter(new Locator.FilterOptions().setHasText(name));
  }

  private static boolean isOfTheForm(Response response) {
    return response.url().contains("/request/Order_Cards");
  }

  private static JsonNode value(JsonNode attributes, String name) {
    for (JsonNode attribute : attributes) {
      if (attribute.get("name").asText().equals(name)) {
        return attribute.get("value");
      }
    }
    return MissingNode.getInstance();
  }
}
