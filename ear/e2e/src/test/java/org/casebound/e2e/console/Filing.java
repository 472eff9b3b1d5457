package org.casebound.e2e.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.casebound.e2e.CaseboundServer;

/** Files the demo's requests by the API, as a front-line system does, so that there is work in the console. */
record Filing(CaseboundServer server) {

  /** An address update with a readable proof; its work item lies in the queue back_office. Answers the case number. */
  String addressUpdate(String subject, String street) {
    return addressUpdate(subject, street, "", "proof of address.pdf");
  }

  String addressUpdate(String subject, String street, String note, String fileName) {
    return file("requester", addressRequest("requester", subject, street, note, fileName));
  }

  /** An address update that the front office files for another customer, whom no demo user is. */
  String addressUpdateOf(String requester, String subject, String street, String fileName) {
    return file("agent", addressRequest(requester, subject, street, "", fileName));
  }

  private static Map<String, Object> addressRequest(String requester, String subject, String street, String note, String fileName) {
    byte[] proof = new ProofOfAddress(List.of(
                "Severn Water and Energy", "Bill for October, 4 November 2026", "", "Example Customer", street, "BS1 4SB Bristol", "United Kingdom", "",
                "Water supply, 14 m3: 38.20", "Sewerage, 13 m3: 31.05", "Electricity, 212 kWh: 62.80", "", "Total due by 30 November: 132.05")).pdf();
    return Map.of(
        "process", "Address_Update",
        "subject", subject,
        "requester", requester,
        "attributes",
            Map.of("customerId", "C-4417", "newStreet", street, "newPostalCode", "BS1 4SB", "newCity", "Bristol", "newCountry", "GB", "note", note),
        "documents",
            List.of(Map.of("name", fileName, "mediaType", "application/pdf", "content", Base64.getEncoder().encodeToString(proof))));
  }

  /** A request that no flow works: its case lies in the queue front_office. Answers the case number. */
  String feeInquiry(String topic, String question) {
    return file(
        "requester",
        Map.of(
            "process",
            "Fee_Inquiry",
            "attributes",
            Map.of("topic", topic, "urgency", "HIGH", "accountNumber", "DE02120300000000202051", "amount", 12.5, "question", question)));
  }

  /** An address that is compared and ticked, with a proof if its lines are given. Answers the case number. */
  String checkedAddress(String street, String... proof) {
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=checks.yaml", text("/bundles/checks.yaml")).expect(200);
    return file(
        "requester",
        Map.of(
            "process",
            "Checks",
            "attributes",
            Map.of("newStreet", street, "newCountry", "GB", "pin", "4711-secret"),
            "documents",
            proof.length == 0
                ? List.of()
                : List.of(
                    Map.of(
                        "name", "proof.pdf", "requirement", "proof", "mediaType", "application/pdf", "content", Base64.getEncoder().encodeToString(new ProofOfAddress(List.of(proof)).pdf())))));
  }

  private static String text(String resource) {
    try (InputStream stream = Filing.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file(String user, Map<String, Object> request) {
    return server.as(user).post("/api/v1/service-requests", request).expect(201).json().get("caseNumber").asText();
  }

  /** The work item that the case waits for. */
  long workItem(String caseNumber) {
    JsonNode view = server.as("lead").get("/api/v1/cases/" + caseNumber).expect(200).json();
    return StreamSupport.stream(view.get("flows").findValues("workItemId").spliterator(), false)
        .filter(JsonNode::isNumber)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No work item in " + view))
        .asLong();
  }

  String status(String caseNumber) {
    return server.as("lead").get("/api/v1/cases/" + caseNumber).expect(200).json().get("status").asText();
  }
}
