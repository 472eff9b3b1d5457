package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions that come into force at a time, by the mechanism of everything that is due. */
@ExtendWith(ServerLogOnFailure.class)
class EffectiveDateIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CaseboundServer server = SharedServer.any();
  private final Api owner = server.as("owner");
  private final Api writer = owner.with("Content-Type", "application/yaml");
  private final String name = "Dated_" + UUID.randomUUID().toString().substring(0, 8);
  private final String process = "/api/v1/studio/processes/" + name;
  private final String draft = "/api/v1/studio/drafts/" + name;

  @Test
  void aVersionComesIntoForceAtItsTimeAndOpenCasesKeepTheirs() {
    publish(1);
    String early = file();
    Instant at = Instant.now().plus(Duration.ofDays(365));
    JsonNode versions = publishFrom(owner, 2, at).expect(200).json();
    assertThat(versions.findValuesAsText("state")).containsExactly("DRAFT", "ACTIVE");
    assertThat(Instant.parse(versions.at("/0/effectiveAt").asText())).isBetween(at.minusMillis(1), at.plusMillis(1));
    assertThat(line().at("/planned/version").asInt()).isEqualTo(2);
    Problems.expect(owner.get(draft), 404, "not-found");

    Soon.send(soon -> schedule(2, soon)).expect(200);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(states()).containsExactly("ACTIVE", "RETIRED"));
    JsonNode done = plans().get(0);
    assertThat(done.get("state").asText()).isEqualTo("DONE");
    assertThat(Instant.parse(done.get("endedAt").asText())).isAfterOrEqualTo(Instant.parse(done.get("effectiveAt").asText()));
    assertThat(done.get("scheduledBy").asText()).isEqualTo("owner");
    assertThat(line().path("planned").isMissingNode() || line().path("planned").isNull()).isTrue();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(version(file())).isEqualTo(2));
    assertThat(version(early)).isEqualTo(1);
  }

  @Test
  void whatIsDecidedLaterTakesItsPlaceAndWhoPlannedItIsTold() {
    publish(1);
    Instant nextYear = Instant.now().plus(Duration.ofDays(365));
    publishFrom(server.as("admin"), 2, nextYear).expect(200);
    publish(3);
    assertThat(states()).containsExactly("ACTIVE", "DRAFT", "RETIRED");
    assertThat(plans().at("/0/state").asText()).isEqualTo("CALLED_OFF");
    assertThat(plans().at("/0/endedBy").asText()).isEqualTo("owner");
    assertThat(plans().at("/0/endReason").asText()).isEqualTo("version 3 came into force");
    assertThat(told("admin").get(0).get("text").asText()).contains("owner called it off: version 3 came into force");

    schedule(2, nextYear).expect(200);
    schedule(1, nextYear.plusSeconds(60)).expect(200);
    assertThat(plans().findValuesAsText("state")).containsExactly("WAITING", "CALLED_OFF", "CALLED_OFF");
    JsonNode off = owner.post(process + "/call-off", Map.of("reason", "The law was put off.")).expect(200).json();
    assertThat(off.at("/0/endReason").asText()).isEqualTo("The law was put off.");
    assertThat(off.at("/0/endedBy").asText()).isEqualTo("owner");
    refused(owner.post(process + "/call-off", Map.of("reason", "Twice.")), "PROC-022");

    schedule(2, nextYear).expect(200);
    owner.post(process + "/retire", Map.of("reason", "The shop has closed.")).expect(200);
    assertThat(plans().at("/0/endReason").asText()).isEqualTo("the process was retired: The shop has closed.");
    owner.post(process + "/versions/2/activate", Map.of("reason", "Now.")).expect(200);
    assertThat(states()).containsExactly("RETIRED", "ACTIVE", "RETIRED");
    refused(schedule(2, nextYear), "PROC-001");
  }

  @Test
  void timesThatMakeNoSenseAndPeopleWhoMayNotAreRefused() {
    publish(1);
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    refused(publishFrom(owner, 2, Instant.now().minusSeconds(60)), "PROC-021");
    refused(owner.post(draft + "/publish?version=" + read() + "&effectiveAt=" + Instant.now().plus(Duration.ofDays(800)), ""), "PROC-021");
    Problems.expect(owner.post(draft + "/publish?version=" + read() + "&effectiveAt=tomorrow", ""), 400, "malformed-request");
    Problems.expect(owner.post(draft + "/publish?version=99&effectiveAt=" + tomorrow, ""), 409, "stale-record");
    for (String stranger : List.of("requester", "agent", "lead", "operator")) {
      Problems.expect(server.as(stranger).post(draft + "/publish?version=" + read() + "&effectiveAt=" + tomorrow, ""), 403, "forbidden");
    }
    assertThat(states()).containsExactly("ACTIVE");
    assertThat(plans()).isEmpty();
    Api admin = server.as("admin");
    admin.put("/api/v1/studio/publication-rule", Map.of("fourEyes", true)).expect(200);
    try {
      refused(owner.post(draft + "/publish?version=" + read() + "&effectiveAt=" + tomorrow, ""), "REVIEW-001");
      owner.post(draft + "/hand-in?version=" + read(), "").expect(200);
      Problems.expect(owner.post(draft + "/publish?version=" + read() + "&effectiveAt=" + tomorrow, ""), 403, "forbidden");
      JsonNode versions = admin.post(draft + "/publish?version=" + read() + "&effectiveAt=" + tomorrow, "").expect(200).json();
      assertThat(versions.at("/0/publishedBy").asText()).isEqualTo("owner");
      assertThat(versions.at("/0/approvedBy").asText()).isEqualTo("admin");
      Problems.expect(schedule(2, tomorrow.plusSeconds(60)), 403, "forbidden");
      assertThat(plans()).hasSize(1);
    } finally {
      admin.put("/api/v1/studio/publication-rule", Map.of("fourEyes", false)).expect(200);
    }
  }

  @Test
  void whatStandsInTheWayThenIsSaidAndAPersonDecides() {
    publish(1);
    put(bundle(2) + WITHOUT_CONNECTOR);
    int read = read();
    Soon.send(soon -> owner.post(draft + "/publish?version=" + read + "&effectiveAt=" + soon, "")).expect(200);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(plans().at("/0/state").asText()).isEqualTo("REFUSED"));
    assertThat(states()).containsExactly("DRAFT", "ACTIVE");
    assertThat(plans().at("/0/obstacle").asText()).startsWith("PROC-024: No connector is bound at java:/eis/NoSuchShop");
    assertThat(line().at("/planned/state").asText()).isEqualTo("REFUSED");
    assertThat(told("owner").get(0).get("subject").asText()).isEqualTo("Version 2 of process %s did not come into force".formatted(name));
    assertThat(version(file())).isEqualTo(1);

    owner.post(process + "/versions/2/activate", Map.of("reason", "The connector comes today.")).expect(200);
    assertThat(states()).containsExactly("ACTIVE", "RETIRED");
    assertThat(plans().at("/0/state").asText()).isEqualTo("REFUSED");
    assertThat(plans().at("/0/endedBy").asText()).isEqualTo("owner");
    refused(owner.post(process + "/call-off", Map.of("reason", "Too late.")), "PROC-022");
  }

  @Test
  void callingOffAtTheVeryMomentIsEitherInTimeOrTooLate() {
    publish(1);
    for (int version : IntStream.rangeClosed(2, 4).toArray()) {
      put(bundle(version));
      int read = read();
      Soon.send(soon -> owner.post(draft + "/publish?version=" + read + "&effectiveAt=" + soon, "")).expect(200);
      Instant at = Instant.parse(plans().at("/0/effectiveAt").asText());
      await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> Instant.now().isAfter(at.minusMillis(10)));
      boolean inTime = owner.post(process + "/call-off", Map.of("reason", "At the last moment.")).status() == 200;
      JsonNode plan = plans().get(0);
      assertThat(plan.get("state").asText()).isEqualTo(inTime ? "CALLED_OFF" : "DONE");
      assertThat(states().get(0)).isEqualTo(inTime ? "DRAFT" : "ACTIVE");
      assertThat(states()).containsOnlyOnce("ACTIVE");
    }
  }

  private static final String WITHOUT_CONNECTOR =
      """
      integrations:
        - name: Shop
          label: Shop
          connector: java:/eis/NoSuchShop
          operation: POST /gifts
          mode: SERVICE
      """;

  private void publish(int version) {
    writer.post("/api/v1/bundles", bundle(version)).expect(200);
  }

  private Reply publishFrom(Api who, int version, Instant at) {
    put(bundle(version));
    return who.post(draft + "/publish?version=" + read() + "&effectiveAt=" + at, "");
  }

  private Reply schedule(int version, Instant at) {
    return owner.post(process + "/versions/" + version + "/activate", Map.of("reason", "As agreed.", "effectiveAt", at.toString()));
  }

  private void put(String text) {
    writer.put(draft, text).expect(200);
  }

  private int read() {
    return owner.get(draft).expect(200).json().get("version").asInt();
  }

  private List<String> states() {
    return owner.get(process + "/versions").expect(200).json().findValuesAsText("state");
  }

  private JsonNode plans() {
    return owner.get(process + "/activations").expect(200).json();
  }

  private JsonNode line() {
    for (JsonNode each : owner.get("/api/v1/studio/processes").expect(200).json()) {
      if (each.get("name").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError(name + " is not listed");
  }

  private List<JsonNode> told(String user) {
    return server.as(user).all("/api/v1/notifications").stream().filter(notice -> notice.path("process").asText().equals(name)).toList();
  }

  private String file() {
    Map<String, Object> request = Map.of("process", name, "attributes", Map.of());
    return server.as("requester").post("/api/v1/service-requests", request).expect(201).json().get("caseNumber").asText();
  }

  private int version(String number) {
    return server.as("requester").get("/api/v1/cases/" + number).expect(200).json().at("/process/version").asInt();
  }

  private static void refused(Reply reply, String code) {
    assertThat(Problems.expect(reply, 409, "rule-violation").get("code").asText()).isEqualTo(code);
  }

  private String bundle(int version) {
    return """
        bundle: casebound/1
        process:
          name: %s
          version: %d
          label: Send a gift
          usageType: CustomerService
          category: Gifts
          queue: front_office
        queues:
          - name: front_office
            label: Front office
        """
        .formatted(name, version);
  }
}
