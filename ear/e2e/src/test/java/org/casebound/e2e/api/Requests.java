package org.casebound.e2e.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.casebound.e2e.Api;

/** Service requests of the demo's processes, as bodies to send. */
final class Requests {
  static final String PATH = "/api/v1/service-requests";

  private static final byte[] PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private Requests() {}

  /** A process without a flow: nothing happens to the case by itself. */
  static Map<String, Object> feeInquiry() {
    return Map.of(
        "process",
        "Fee_Inquiry",
        "subject",
        "What is this fee?",
        "attributes",
        Map.of("accountNumber", "DE02120300000000202051", "amount", 12.5, "question", "What is it for?"));
  }

  /** A process whose first step is a work item in the queue back_office. */
  static Map<String, Object> addressUpdate() {
    return Map.of(
        "process",
        "Address_Update",
        "attributes",
        Map.of(
            "customerId", "C-1", "newStreet", "Main Street 1", "newPostalCode", "10115", "newCity", "Berlin", "newCountry", "DE"),
        "documents",
        List.of(document("application/pdf", PDF)));
  }

  static Map<String, Object> document(String mediaType, byte[] content) {
    return Map.of(
        "name", "proof of address.pdf", "mediaType", mediaType, "content", Base64.getEncoder().encodeToString(content));
  }

  static byte[] pdf() {
    return PDF.clone();
  }

  /** The body with one member replaced. */
  static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(member, value);
    return changed;
  }

  /** The body with one attribute replaced. */
  static Map<String, Object> withAttribute(Map<String, Object> body, String name, Object value) {
    Map<String, Object> attributes = new HashMap<>();
    ((Map<?, ?>) body.get("attributes")).forEach((key, old) -> attributes.put((String) key, old));
    attributes.put(name, value);
    return with(body, "attributes", attributes);
  }

  /** Files a request and returns the number of its case. */
  static String file(Api caller, Map<String, Object> body) {
    return caller.post(PATH, body).expect(201).json().get("caseNumber").asText();
  }

  /** The work item that a new case offers first. */
  static long workItemOf(Api reader, String caseNumber) {
    JsonNode flows = reader.get("/api/v1/cases/" + caseNumber).expect(200).json().get("flows");
    return StreamSupport.stream(flows.findValues("workItemId").spliterator(), false)
        .filter(JsonNode::isNumber)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No work item in " + flows))
        .asLong();
  }

  /** A user name that no other test uses. */
  static String somebody() {
    return "somebody-" + UUID.randomUUID();
  }
}
