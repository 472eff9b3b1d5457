package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Studio with a version that comes into force at a time: said when it is published, listed, called off, and what could not be. */
@ExtendWith(ServerLogOnFailure.class)
class EffectiveDatePageIT {
  private final CaseboundServer server = SharedServer.any();
  private final String name = "Dated_" + UUID.randomUUID().toString().substring(0, 8);
  private final String draft = "/api/v1/studio/drafts/" + name;

  @Test
  void aVersionIsPublishedForATimeOfThePublishersClockAndCalledOff() {
    server.as("owner").post("/api/v1/studio/templates/fee-reversal", Map.of("name", name)).expect(200);
    try (Person owner = Person.signedIn(server, "owner", ColorScheme.LIGHT, 390, 900)) {
      owner.open("/process/" + name);
      ZoneId zone = ZoneId.of((String) owner.page().evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"));
      LocalDateTime local = LocalDateTime.now(zone).plusDays(7).truncatedTo(ChronoUnit.MINUTES);
      owner.page().getByLabel("In force from (optional)").fill(local.toString());
      owner.page().locator("#process button[id$=publish]").first().click();
      assertThat(owner.notice()).containsText("The version is published and comes into force on");
      assertThat(owner.notice()).containsText(zone.getId());
      Assertions.assertThat(Instant.parse(plan().get("effectiveAt").asText())).isEqualTo(local.atZone(zone).toInstant());
      assertThat(owner.page().locator("#activation h2")).containsText("in force from");
      assertThat(owner.page().locator("#next")).containsText("comes into force at its time");
      check(owner);
      shoot(owner, "effective-waiting");
      owner.open("/studio");
      assertThat(row(owner)).containsText("in force from");
      check(owner);
      shoot(owner, "effective-studio");

      owner.open("/process/" + name);
      owner.button("Call off").click();
      assertThat(owner.notice()).hasText("Give the reason first.");
      assertThat(owner.page().locator("#activation h2")).containsText("in force from");
      owner.page().getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).fill("The law was put off.");
      owner.button("Call off").click();
      assertThat(owner.page().locator("#activation")).hasCount(0);
      assertThat(owner.page().locator("#activations")).containsText("The law was put off.");
      owner.page().getByLabel("Reason, to retire or activate").fill("At last.");
      owner.page().getByLabel("In force from, when you activate").fill("2020-01-01T00:00");
      owner.button("Activate version 1").click();
      assertThat(owner.notice()).containsText("PROC-021");
      owner.page().getByLabel("In force from, when you activate").fill(local.plusDays(1).toString());
      owner.button("Activate version 1").click();
      assertThat(owner.page().locator("#activation h2")).containsText("in force from");
      check(owner);
      owner.expectNoComplaint();
    }
    try (Person operator = Person.signedIn(server, "operator")) {
      operator.open("/process/" + name);
      assertThat(operator.page().locator("#activation h2")).containsText("in force from");
      assertThat(operator.page().locator("#activation button")).hasCount(0);
    }
  }

  @Test
  void whatCouldNotComeIntoForceIsShownWithTheReason() {
    server.as("owner").with("Content-Type", "application/yaml").put(draft, BUNDLE.formatted(name)).expect(200);
    Soon.send(soon -> server.as("owner").post(draft + "/publish?version=0&effectiveAt=" + soon, "")).expect(200);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> plan().get("state").asText().equals("REFUSED"));
    try (Person owner = Person.signedIn(server, "owner", ColorScheme.DARK, 390, 900)) {
      owner.open("/studio");
      assertThat(row(owner)).containsText("Did not come into force");
      owner.open("/process/" + name);
      assertThat(owner.page().locator("#activation .incident")).containsText("No connector is bound at java:/eis/NoSuchShop");
      check(owner);
      shoot(owner, "effective-refused");
      owner.page().getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).fill("It comes today.");
      owner.button("Activate now").click();
      assertThat(owner.notice()).hasText("Done.");
      assertThat(owner.page().locator("#activation")).hasCount(0);
      assertThat(owner.page().locator("#activations")).containsText("It comes today.");
      owner.expectNoComplaint();
    }
  }

  private static final String BUNDLE =
      """
      bundle: casebound/1
      process:
        name: %s
        version: 1
        label: Send a gift
        usageType: CustomerService
        category: Gifts
        queue: front_office
      queues:
        - name: front_office
          label: Front office
      integrations:
        - name: Shop
          label: Shop
          connector: java:/eis/NoSuchShop
          operation: POST /gifts
          mode: SERVICE
      """;

  private JsonNode plan() {
    return server.as("owner").get("/api/v1/studio/processes/" + name + "/activations").expect(200).json().get(0);
  }

  private Locator row(Person person) {
    return person.page().locator("#processes tbody tr").filter(new Locator.FilterOptions().setHasText(name));
  }

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
