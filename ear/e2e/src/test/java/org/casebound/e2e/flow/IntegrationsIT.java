package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Integrations with mappings, a payload log and a switch; trying them. */
@ExtendWith(ServerLogOnFailure.class)
class IntegrationsIT {
  private static final String PREVIEW = "/api/v1/integrations/preview";
  private static final String TEST = "/api/v1/integrations/test";

  private final CaseboundServer server = SharedServer.any();
  private final Desk desk = new Desk(server);

  @Test
  void aCallIsMappedKeptForThoseWhoMaySeeItAndSwitchedByVersions() throws IOException {
    publish(1, true);
    String card = Desk.newCard();
    String number = file(card);
    JsonNode closed = desk.awaitStatus(number, "CLOSED");
    JsonNode seen = Desk.attempts(closed).get(0).path("payload");
    assertThat(seen.at("/request/cardId").asText()).isEqualTo(card);
    assertThat(seen.at("/request/reason").asText()).isEqualTo("lost: lost");
    assertThat(seen.has("reply")).isTrue();
    JsonNode masked = Desk.attempts(server.as("operator").get("/api/v1/cases/" + number).expect(200).json()).get(0).path("payload");
    assertThat(masked.at("/request/cardId").asText()).isEqualTo("••••••");
    assertThat(masked.at("/request/reason").asText()).isEqualTo("lost: lost");
    JsonNode requesters = Desk.attempts(server.as("requester").get("/api/v1/cases/" + number).expect(200).json()).get(0).path("payload");
    assertThat(requesters).isEmpty();
    assertThat(desk.effectOf(closed).isMissingNode()).isFalse();

    publish(2, false);
    String waiting = file(Desk.newCard());
    JsonNode step = Desk.steps(desk.look(waiting)).get(0);
    assertThat(step.path("state").asText()).isEqualTo("READY");
    assertThat(step.path("reason").asText()).startsWith("The integration 'Block a card by a mapping' is switched off.");
    assertThat(desk.look(waiting).path("incidents")).isEmpty();

    publish(3, true);
    desk.awaitStatus(waiting, "CLOSED");
    desk.replayHistories();
  }

  @Test
  void showsWhatTheMappingsMakeOfASampleOfADraft() {
    Map<String, Object> draft =
        Map.of(
            "name", "Book",
            "connector", "java:/eis/CoreBanking",
            "operation", "POST /bookings",
            "inputs", List.of("customer", Map.of("name", "amount", "type", "Number", "default", "1")),
            "request", List.of(Map.of("to", "/who/id", "from", "/customer"), Map.of("to", "/cents", "value", "input.amount * 100.0")),
            "outputs", Map.of("fee", Map.of("from", "/fees/0")));
    Map<String, Object> sample = Map.of("definition", draft, "input", Map.of("customer", "C-1", "amount", 2.5), "reply", Map.of("fees", List.of(7)));
    JsonNode shown = server.as("owner").post(PREVIEW, sample).expect(200).json();
    assertThat(shown.at("/request/who/id").asText()).isEqualTo("C-1");
    assertThat(shown.at("/request/cents").asDouble()).isEqualTo(250);
    assertThat(shown.at("/outputs/fee").asInt()).isEqualTo(7);

    Map<String, Object> misfit = Map.of("definition", draft, "input", Map.of("customer", "C-1", "amount", "much"));
    assertThat(server.as("owner").post(PREVIEW, misfit).expect(409).json().path("code").asText()).isEqualTo("INTG-001");
    Map<String, Object> broken = Map.of("name", "Book", "connector", "java:/eis/CoreBanking", "operation", "POST /{who}");
    assertThat(server.as("owner").post(PREVIEW, Map.of("definition", broken)).expect(422).body()).contains("'who' is not an input of this integration");
    server.as("agent").post(PREVIEW, sample).expect(403);
  }

  @Test
  void callsTheBackOfficeInATestOnlyWhenItIsAskedTo() {
    String card = Desk.newCard();
    Map<String, Object> sample =
        Map.of("process", "Block_Credit_Card", "integration", "Block_Card", "input", Map.of("cardId", card, "reason", "lost"));
    JsonNode dry = server.as("owner").post(TEST, sample).expect(200).json();
    assertThat(dry.at("/request/cardId").asText()).isEqualTo(card);
    assertThat(dry.at("/health/state").asText()).isEqualTo("UP");
    assertThat(dry.path("answer").isNull() || dry.path("answer").isMissingNode()).isTrue();

    Map<String, Object> really = new java.util.HashMap<>(sample);
    really.put("really", true);
    server.as("operator").post(TEST, really).expect(403);
    JsonNode made = server.as("owner").post(TEST, really).expect(200).json().path("answer");
    assertThat(made.path("outcome").asText()).isEqualTo("DONE");
    assertThat(made.path("idempotencyKey").asText()).startsWith("test-");
    server.bank().get("/ledger?key=" + made.path("idempotencyKey").asText()).expect(200);
  }

  @Test
  void saysWhetherABackOfficeCanBeReachedAndListsIntegrations() {
    assertThat(server.as("operator").get("/api/v1/connectors/core-banking/health").expect(200).json().path("state").asText()).isEqualTo("UP");
    assertThat(server.as("owner").get("/api/v1/integrations").expect(200).json().findValuesAsText("name")).contains("Block_Card");
  }

  private String file(String card) {
    return desk.file(Map.of("process", "Mapped_Block", "requester", "requester", "attributes", Map.of("cardId", card)));
  }

  private void publish(int version, boolean active) throws IOException {
    try (InputStream bundle = IntegrationsIT.class.getResourceAsStream("/bundles/mapped.yaml")) {
      String yaml = new String(bundle.readAllBytes(), StandardCharsets.UTF_8).replace("version: 1", "version: " + version);
      String switched = active ? yaml : yaml.replace("    payloadLog: FULL", "    payloadLog: FULL\n    active: false");
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=mapped.yaml", switched).expect(200);
    }
  }
}
