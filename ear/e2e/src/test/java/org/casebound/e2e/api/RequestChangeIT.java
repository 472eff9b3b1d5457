package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** A filed request is corrected by those who work it, checked like a new one. */
@OnEachDatabase
class RequestChangeIT {
  private final CaseboundServer server;
  private final long id;

  RequestChangeIT(Database database) {
    server = SharedServer.on(database);
    id =
        server
            .as("requester")
            .post(Requests.PATH, Requests.feeInquiry())
            .expect(201)
            .json()
            .path("serviceCatalogRequestId")
            .asLong();
  }

  @Test
  void changesAttributesAndFieldsOfTheCase() {
    JsonNode before = read("agent");
    JsonNode after =
        patch("agent", Map.of("attributes", Map.of("amount", 99.5), "subject", "Two fees", "priority", "HIGH", "reason", "By phone."))
            .expect(200)
            .json();
    assertThat(value(after, "amount").asDouble()).isEqualTo(99.5);
    assertThat(value(after, "question")).isEqualTo(value(before, "question"));
    assertThat(after.path("subject").asText()).isEqualTo("Two fees");
    assertThat(after.path("priority").asText()).isEqualTo("HIGH");
    assertThat(after.path("version").asInt()).isGreaterThan(before.path("version").asInt());
    assertThat(after.path("caseVersion").asInt()).isGreaterThan(before.path("caseVersion").asInt());
    JsonNode history = server.as("agent").get("/api/v1/cases/" + after.path("caseNumber").asText()).expect(200).json().path("history");
    assertThat(history.toString()).contains("\"name\":\"amount\"", "\"name\":\"subject\"", "\"to\":\"Two fees\"", "By phone.");
  }

  @Test
  void refusesWhatTheIntakeWouldRefuseAndChangesNothing() {
    JsonNode problem =
        Problems.expect(
            patch("agent", Map.of("attributes", Map.of("amount", "much", "colour", "red", "question", ""), "subject", " ")), 422, "request-refused");
    assertThat(Problems.pointers(problem)).contains("/attributes/amount", "/attributes/colour", "/attributes/question", "/subject");
    assertThat(Problems.codes(problem)).contains("ATTR-001", "ATTR-002", "ATTR-003", "INTAKE-002");
    assertThat(value(read("agent"), "amount").asDouble()).isEqualTo(12.5);
  }

  @Test
  void insistsOnTheVersionsThatTheCallerSaw() {
    assertThat(Problems.pointers(Problems.expect(server.as("agent").patch(path(), Map.of("subject", "x")), 422, "invalid-request")))
        .containsExactly("/version", "/caseVersion");
    int version = read("agent").path("version").asInt();
    patch("agent", Map.of("attributes", Map.of("amount", 1))).expect(200);
    JsonNode stale =
        Problems.expect(server.as("agent").patch(path(), Map.of("version", version, "attributes", Map.of("amount", 2))), 409, "stale-record");
    assertThat(stale.path("code").asText()).isEqualTo("CASE-014");
    assertThat(value(read("agent"), "amount").asDouble()).isEqualTo(1);
  }

  @Test
  void isNotForTheRequesterAndNotForStrangers() {
    assertThat(read("requester").path("mayChange").asBoolean()).isFalse();
    Problems.expect(patch("requester", Map.of("subject", "x")), 403, "forbidden");
    Problems.expect(server.as("bank").get(path()), 404, "not-found");
    Problems.expect(server.as("bank").patch(path(), Map.of("version", 0)), 403, "forbidden");
  }

  @Test
  void isOverOnceTheCaseIsClosed() {
    String number = read("agent").path("caseNumber").asText();
    String path = "/api/v1/cases/" + number;
    server.as("agent").post(path + "/take", Map.of("version", caseVersion())).expect(200);
    server.as("agent").post(path + "/close", Map.of("resolution", "REJECTED", "reason", "x", "version", caseVersion())).expect(200);
    assertThat(Problems.expect(patch("agent", Map.of("subject", "x")), 409, "stale-record").path("code").asText()).isEqualTo("CASE-005");
  }

  private int caseVersion() {
    return read("lead").path("caseVersion").asInt();
  }

  private Reply patch(String user, Map<String, Object> body) {
    JsonNode seen = read("lead");
    Map<String, Object> versioned = new HashMap<>(body);
    versioned.put("version", seen.path("version").asInt());
    versioned.put("caseVersion", seen.path("caseVersion").asInt());
    return server.as(user).patch(path(), versioned);
  }

  private JsonNode read(String user) {
    return server.as(user).get(path()).expect(200).json();
  }

  private String path() {
    return Requests.PATH + "/" + id;
  }

  private static JsonNode value(JsonNode request, String attribute) {
    return StreamSupport.stream(request.path("attributes").spliterator(), false)
        .filter(one -> one.path("name").asText().equals(attribute))
        .findFirst()
        .orElseThrow()
        .path("value");
  }
}
