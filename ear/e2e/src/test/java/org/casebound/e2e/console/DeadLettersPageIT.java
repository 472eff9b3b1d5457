package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.casebound.e2e.Accessibility;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.connector.BrokerServer;
import org.casebound.e2e.connector.ConnectedProcess;
import org.casebound.e2e.connector.QueueBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operators see in the console what the broker brought to nobody, and decide on it. */
@ExtendWith(ServerLogOnFailure.class)
class DeadLettersPageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CaseboundServer server = BrokerServer.get();

  @Test
  void aLetterIsChosenSentBackAndDiscardedWithAReason() throws Exception {
    ConnectedProcess process = ConnectedProcess.of(server, "Ask_For_Letters", "java:/eis/Core", "Book_Fee", "PROCESS");
    try (QueueBank bank = new QueueBank(BrokerServer.address(server));
        Person operator = Person.signedIn(server, "operator")) {
      String number = process.file("A-4711-secret", 27);
      giveBackUntilItIsDead(bank, number);
      operator.open("/integrations/connector/core");
      operator.page().locator(".head a[href$='/integrations/letters/core']").click();
      Locator letter = letter(operator, number);
      assertThat(letter).containsText("CoreRequests");
      Assertions.assertThat(operator.page().content()).doesNotContain("A-4711-secret");
      Accessibility.expectNoViolation(operator.page());
      if (Boolean.getBoolean("casebound.screenshots")) {
        PicturesIT.keep(operator, "letters");
      }

      operator.button("Send back").click();
      assertThat(operator.page().getByText("Choose a letter.")).isVisible();
      assertThat(operator.page().locator("#reason-wrong")).hasText("Say in a few words why.");
      letter(operator, number).click();
      operator.page().getByLabel("Reason").fill("The core is back.");
      operator.button("Send back").click();
      assertThat(operator.notice()).hasText("The letter is back in its queue and is delivered again.");
      assertThat(letter(operator, number)).hasCount(0);

      giveBackUntilItIsDead(bank, number);
      operator.page().reload();
      letter(operator, number).click();
      operator.page().getByLabel("Reason").fill("Booked by hand.");
      operator.button("Discard").click();
      assertThat(operator.notice()).hasText("The letter is gone.");
      assertThat(letter(operator, number)).hasCount(0);
      operator.expectNoComplaint();

      String key = process.look(number).findValue("idempotencyKey").asText();
      bank.send("{\"status\":\"DONE\",\"idempotencyKey\":\"" + key + "\"}");
      process.awaitClosed(number);
    }
  }

  /** The bank takes requests of this case only; there are no others. */
  private void giveBackUntilItIsDead(QueueBank bank, String number) throws Exception {
    for (int delivery = 1; delivery <= BrokerServer.DELIVERIES; delivery++) {
      Assertions.assertThat(bank.request().getStringProperty("CorrelationId")).isEqualTo(number);
      bank.giveBack();
    }
    await("the letter of case " + number)
        .atMost(PATIENCE)
        .until(() -> server.as("operator").get("/api/v1/connectors/core/dead-letters").expect(200).body().contains(number));
  }

  private static Locator letter(Person operator, String number) {
    return operator.page().locator(".candidates label").filter(new Locator.FilterOptions().setHasText(number));
  }

  @Test
  void aConnectorWithoutQueuesSaysSo() {
    try (Person operator = Person.signedIn(server, "operator", ColorScheme.DARK, 390, 844)) {
      operator.open("/integrations/letters/card-system");
      assertThat(operator.page().locator(".notices .bad")).containsText("(DEAD-001)");
      Accessibility.expectNoViolation(operator.page());
      Assertions.assertThat(operator.open("/integrations/letters/no-such-one")).isEqualTo(404);
    }
  }
}
