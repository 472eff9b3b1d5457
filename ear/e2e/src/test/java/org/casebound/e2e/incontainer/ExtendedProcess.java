package org.casebound.e2e.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.Reply;

/** A process that uses what the installation has added, seen by its users. */
record ExtendedProcess(URI address) {
  private static final String BUNDLE =
      """
      bundle: casebound/1
      process:
        name: Extended
        version: 1
        label: Extended
        usageType: Industry
        category: Tests
        queue: back_office
        preprocessor: e2e_doorkeeper
        fulfillmentFlow: Extended_Flow
        attributes:
          - { name: word, label: Word, type: Text, required: true }
      flows:
        - name: Extended_Flow
          label: Extended
          trigger: { record: Case, when: created }
          elements:
            - action: e2e_printer
              input: { text: request.word }
              output: { letter: reply.letter }
              onFault:
                - closeCase: REJECTED
                  reason: fault.message
            - createRecord: e2e_ledger
              values: { word: request.word, paid: false }
              into: line
            - updateRecord: e2e_ledger
              key: vars.line
              values: { paid: true }
            - getRecords: e2e_ledger
              where: { word: request.word, paid: true }
              into: found
            - closeCase: FULFILLED
              reason: vars.letter + ', ' + string(size(vars.found)) + ' paid'
      queues:
        - { name: back_office, label: Back office }
      """;

  void publish() {
    as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", BUNDLE).expect(200);
  }

  /** Files a request with a word. */
  Reply file(String word) {
    return as("agent").post("/api/v1/service-requests", Map.of("process", "Extended", "requester", "requester", "attributes", Map.of("word", word)));
  }

  /** The case of such a request, as soon as it is closed. */
  JsonNode closed(String word) {
    String number = file(word).expect(201).json().path("caseNumber").asText();
    return await("case " + number + " to be closed")
        .atMost(Duration.ofSeconds(60))
        .until(() -> as("lead").get("/api/v1/cases/" + number).expect(200).json(), seen -> seen.path("status").asText().equals("CLOSED"));
  }

  /** Whether its preprocessor, action and record store are those of the installation. */
  void expectExtensionsToWork() {
    publish();
    JsonNode fulfilled = closed("hello");
    assertThat(fulfilled.path("subject").asText()).isEqualTo("Let in: hello");
    assertThat(fulfilled.path("resolution").asText()).isEqualTo("FULFILLED");
    assertThat(fulfilled.path("closeReason").asText()).isEqualTo("HELLO, 1 paid");
    JsonNode refused = closed("secret");
    assertThat(refused.path("resolution").asText()).isEqualTo("REJECTED");
    assertThat(refused.path("closeReason").asText()).isEqualTo("Secrets are not printed.");
    assertThat(file("forbidden").expect(422).body()).contains("/attributes/word", "NOT_HERE", "Not at this door.");
  }

  private Api as(String user) {
    return Api.of(address).as(user, user + "-demo");
  }
}
