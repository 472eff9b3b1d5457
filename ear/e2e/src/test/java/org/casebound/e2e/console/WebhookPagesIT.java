package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.api.HookReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks in the console: made by administrators, looked after by operators. */
@ExtendWith(ServerLogOnFailure.class)
class WebhookPagesIT {
  private static final String SHOWN = "/integrations/webhook/shown";

  private final CaseboundServer server = SharedServer.any();
  private final Filing filing = new Filing(server);
  private final HookReceiver receiver = new HookReceiver();

  @AfterEach
  void forget() {
    server.as("admin").delete("/api/v1/webhooks/shown");
    receiver.close();
  }

  @Test
  void anAdministratorMakesOneTriesItAndDeletesIt() {
    try (Person admin = Person.signedIn(server, "admin")) {
      admin.open("/integrations/webhooks");
      admin.page().locator(".head a.btn.primary").click();
      assertThat(admin.heading()).hasText("New webhook");
      admin.page().getByLabel("Name").fill("shown");
      admin.page().getByLabel("Address").fill("https://10.1.2.3/hook");
      admin.page().getByLabel("case.created").check();
      admin.button("Save the webhook").click();
      assertThat(admin.notice()).containsText("HOOK-008");
      assertThat(admin.page().getByLabel("case.created")).isChecked();
      check(admin, "webhookform");
      admin.page().getByLabel("Address").fill(receiver.address());
      admin.page().getByLabel("Processes").fill("Fee_Inquiry");
      admin.button("Save the webhook").click();
      assertThat(admin.page()).hasURL(Pattern.compile(SHOWN));
      assertThat(admin.notice()).hasText("Webhook shown is saved.");
      assertThat(admin.page().locator(".facts").last()).containsText("casebound.webhooks.shown.secrets");
      Assertions.assertThat(admin.page().content()).doesNotContain("whsec_");

      admin.button("Send a test event").click();
      assertThat(admin.notice()).hasText("The test event is on its way.");
      assertThat(admin.page().locator("#delivery-title")).hasText("webhook.test");
      await("the test").atMost(Duration.ofSeconds(20)).until(() -> !receiver.received().isEmpty());

      admin.open("/integrations/webhookform/shown");
      admin.page().getByLabel("case.closed").check();
      admin.button("Save the webhook").click();
      assertThat(admin.page().locator(".facts").last()).containsText("case.closed");
      admin.page().getByLabel("Reason").fill("Not needed.");
      admin.button("Pause").click();
      assertThat(admin.notice()).hasText("Webhook shown is paused.");
      admin.button("Delete").click();
      assertThat(admin.page()).hasURL(Pattern.compile("/integrations/webhooks"));
      assertThat(admin.notice()).hasText("Webhook shown is deleted.");
      admin.expectNoComplaint();
    }
  }

  @Test
  void anOperatorSeesWhatFailedAndDeliversItAgain() {
    add();
    receiver.answer(500, Map.of());
    receiver.answer(500, Map.of());
    receiver.answer(410, Map.of());
    String number = filing.feeInquiry("Told", "Who is told?");
    await("the pause").atMost(Duration.ofSeconds(30)).until(() -> server.as("admin").get("/api/v1/webhooks/shown").expect(200).json().path("paused").asBoolean());
    try (Person operator = Person.signedIn(server, "operator");
        Person dark = Person.signedIn(server, "operator", ColorScheme.DARK, 390, 844)) {
      operator.open("/integrations/webhooks");
      assertThat(operator.row("shown")).containsText("Paused");
      assertThat(operator.page().locator(".head a.btn")).hasCount(0);
      check(operator, "webhooks");
      operator.row("shown").locator(".rowlink").click();
      assertThat(operator.page().locator(".head .sub")).containsText("gone (410)");
      operator.page().locator("#states a").filter(new Locator.FilterOptions().setHasText("Given up")).click();
      operator.row(number).locator(".rowlink").click();
      assertThat(operator.page().locator("#delivery .facts")).containsText("410");
      assertThat(operator.page().locator("#delivery pre").first()).containsText("webhook-id: msg_");
      assertThat(operator.page().locator("#delivery pre").last()).containsText(number);
      check(operator, "webhook");
      String address = operator.page().url().substring(server.address().toString().length());
      dark.open(address);
      check(dark, "webhook-390-dark");
      dark.open("/integrations/webhooks");
      check(dark, "webhooks-390-dark");
      operator.button("Deliver again").click();
      assertThat(operator.notice()).hasText("Webhook shown is paused; resume it first. (HOOK-009)");
      operator.button("Resume").click();
      assertThat(operator.notice()).hasText("Webhook shown sends again.");
      operator.button("Deliver again").click();
      assertThat(operator.notice()).hasText("The event is sent again.");
      await("it to be taken")
          .atMost(Duration.ofSeconds(20))
          .until(() -> server.as("operator").get("/api/v1/webhooks/shown/deliveries?state=DELIVERED").expect(200).json().path("items").size() == 1);
      operator.button("Pause").click();
      assertThat(operator.page().locator("#webhook\\:reason-wrong, #reason-wrong")).hasText("Say in a few words why.");
      operator.expectNoComplaint();
      dark.expectNoComplaint();
    }
  }

  @Test
  void theCatalogShowsEachEventWithASample() {
    try (Person owner = Person.signedIn(server, "owner");
        Person dark = Person.signedIn(server, "owner", ColorScheme.DARK, 390, 844)) {
      owner.open("/integrations/events");
      assertThat(owner.page().locator("#events h3")).hasCount(11);
      owner.page().locator("[id='case.closed'] summary").first().click();
      assertThat(owner.page().locator("[id='case.closed'] pre").first()).containsText("\"previousStatus\"");
      check(owner, "events");
      dark.open("/integrations/events?lang=de");
      assertThat(dark.page().locator("[id='case.created']")).containsText("Ein Antrag wurde gestellt.");
      check(dark, "events-390-dark");
      owner.expectNoComplaint();
      dark.expectNoComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"agent, 403, 403, 403", "lead, 403, 403, 403", "owner, 403, 200, 403", "operator, 200, 200, 403", "admin, 200, 200, 200"})
  void pagesAreForTheRolesOfTheApi(String user, int webhooks, int events, int form) {
    int none = webhooks == 200 ? 404 : webhooks;
    try (Person person = Person.signedIn(server, user)) {
      expect(person, webhooks, "/integrations/webhooks");
      expect(person, none, "/integrations/webhook", "/integrations/webhook/none");
      expect(person, events, "/integrations/events");
      expect(person, form, "/integrations/webhookform");
      expect(person, form == 200 ? 404 : form, "/integrations/webhookform/none");
      if (form == 403) {
        expect(person, 403, "/integrations/webhookform.xhtml");
      }
      if (webhooks == 403) {
        expect(person, 403, "/integrations/webhooks.xhtml", "/integrations/webhook.xhtml", "/integrations/events.xhtml");
      }
    }
  }

  private static void expect(Person person, int status, String... addresses) {
    for (String address : addresses) {
      Assertions.assertThat(person.context().request().get(address).status()).as(address).isEqualTo(status);
    }
  }

  private void add() {
    server
        .as("admin")
        .post("/api/v1/webhooks", Map.of("name", "shown", "url", receiver.address(), "events", List.of("case.created"), "processes", List.of("Fee_Inquiry")))
        .expect(201);
  }

  private static void check(Person person, String picture) {
    Browser.picture(person.page(), picture);
    Accessibility.expectNoViolation(person.page());
    Accessibility.expectNothingSticksOut(person.page());
  }
}
