package org.casebound.e2e.connector;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.e2e.CaseboundServer;

/** A process whose flow makes one call and closes the case. Its requests have a subject of work and an amount. */
public record ConnectedProcess(CaseboundServer server, String name) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Imports the process; account and amount are the inputs of its call. */
  public static ConnectedProcess of(CaseboundServer server, String name, String connector, String operation, String mode) {
    return of(server, name, connector, operation, mode, Map.of("account", "request.account", "amount", "request.amount"));
  }

  /**
   * Imports the process.
   *
   * @param mode SERVICE, or PROCESS where the back office acknowledges later
   * @param input of the call: names and expressions
   */
  public static ConnectedProcess of(
      CaseboundServer server, String name, String connector, String operation, String mode, Map<String, String> input) {
    String mapping =
        input.entrySet().stream().map(each -> each.getKey() + ": \"" + each.getValue() + "\"").collect(Collectors.joining(", "));
    String bundle = """
        bundle: casebound/1
        process:
          name: %1$s
          version: 1
          label: %1$s
          description: Calls a back office that is no HTTP service.
          usageType: FinancialServices
          category: Fees
          queue: card_services
          fulfillmentFlow: %1$s_Flow
          attributes:
            - { name: account, type: Text, required: true }
            - { name: amount, type: Integer, required: true }
        flows:
          - name: %1$s_Flow
            label: %1$s
            trigger: { record: Case, when: created }
            elements:
              - name: call_it
                call: %1$s_Call
                input: { %5$s }
                onFault:
                  - name: close_rejected
                    closeCase: REJECTED
                    reason: fault.message
              - name: close_fulfilled
                closeCase: FULFILLED
        integrations:
          - name: %1$s_Call
            label: %1$s
            connector: %2$s
            operation: %3$s
            mode: %4$s
            inputs: [%6$s]
            timeout: PT5S
            unknownOutcome: VERIFY
        queues:
          - name: card_services
            label: Card services
        """.formatted(name, connector, operation, mode, mapping, String.join(", ", input.keySet()));
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle).expect(200);
    return new ConnectedProcess(server, name);
  }

  /** Files a request and answers the number of its case. */
  public String file(String account, int amount) {
    Map<String, Object> request = Map.of(
        "process", name, "subject", "Call it", "requester", "requester",
        "attributes", Map.of("account", account, "amount", amount));
    return server.as("agent").post("/api/v1/service-requests", request).expect(201).json().path("caseNumber").asText();
  }

  /** The case, as soon as it is closed. */
  public JsonNode awaitClosed(String caseNumber) {
    return await("case " + caseNumber + " to be closed")
        .atMost(PATIENCE)
        .until(() -> look(caseNumber), seen -> "CLOSED".equals(seen.path("status").asText()));
  }

  /** The incident of the case, as soon as it has one. */
  public JsonNode awaitIncident(String caseNumber) {
    return await("case " + caseNumber + " to have an incident")
        .atMost(PATIENCE)
        .until(() -> look(caseNumber).path("incidents"), incidents -> !incidents.isEmpty())
        .get(0);
  }

  public JsonNode look(String caseNumber) {
    return server.as("lead").get("/api/v1/cases/" + caseNumber).expect(200).json();
  }
}
