package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** Versions, drafts and exports of processes, and what an import would do. */
@OnEachDatabase
class LibraryIT {
  private static final Map<String, String> REASON = Map.of("reason", "The shop has closed.");

  private final CaseboundServer server;
  private final Api owner;
  private final Api writer;
  private final String name = "Gift_" + UUID.randomUUID().toString().substring(0, 8);
  private final String process = "/api/v1/studio/processes/" + name;
  private final String draft = "/api/v1/studio/drafts/" + name;

  LibraryIT(Database database) {
    server = SharedServer.on(database);
    owner = server.as("owner");
    writer = owner.with("Content-Type", "application/yaml");
  }

  @Test
  void exportsWhatWasImportedByteForByte() {
    String bundle = "# Only in December – ask first.\n" + bundle(1, "Send a gift") + "\n# the end\n";
    publish(bundle);
    Reply exported = owner.with("Accept", "application/yaml").get(process + "/versions/1/bundle").expect(200);
    assertThat(exported.body()).isEqualTo(bundle);
    assertThat(exported.header("Content-Disposition")).contains("attachment; filename=\"" + name + "-1.yaml\"");
    Problems.expect(owner.get(process + "/versions/2/bundle"), 404, "not-found");
  }

  @Test
  void saysBeforeAnImportWhatItWouldDo() {
    JsonNode added = plan(bundle(1, "Send a gift"));
    assertThat(added.get("change").asText()).isEqualTo("ADD");
    assertThat(added.get("differences")).isEmpty();
    Problems.expect(owner.get(process + "/versions"), 404, "not-found");
    publish(bundle(1, "Send a gift"));
    assertThat(plan(bundle(1, "Send a gift")).get("change").asText()).isEqualTo("SAME");
    JsonNode conflict = plan(bundle(1, "Send two gifts"));
    assertThat(conflict.get("change").asText()).isEqualTo("CONFLICT");
    assertThat(conflict.at("/differences/0/place").asText()).isEqualTo("process.label");
    JsonNode changed = plan(bundle(2, "Send a gift"));
    assertThat(changed.get("change").asText()).isEqualTo("CHANGE");
    assertThat(changed.get("activeVersion").asInt()).isEqualTo(1);
    assertThat(owner.get(process + "/versions").expect(200).json()).hasSize(1);
  }

  @Test
  void namesWhatTheInstallationLacks() {
    String queue = "queue_" + name.toLowerCase(java.util.Locale.ROOT);
    String bundle =
        bundle(1, "Send a gift").replace("front_office", queue)
            + """
              integrations:
                - name: Shop
                  label: Shop
                  connector: java:/eis/NoSuchShop
                  operation: POST /gifts
                  mode: SERVICE
              """;
    JsonNode bindings = plan(bundle).get("bindings");
    assertThat(binding(bindings, "java:/eis/NoSuchShop").get("state").asText()).isEqualTo("MISSING");
    assertThat(binding(bindings, "java:/eis/NoSuchShop").get("message").asText()).contains("administrator must add");
    assertThat(binding(bindings, queue).get("state").asText()).isEqualTo("NEW");
    assertThat(binding(plan(bundle(1, "x")).get("bindings"), "front_office").get("state").asText()).isEqualTo("PRESENT");
  }

  @Test
  void keepsADraftWithMistakesButDoesNotPublishIt() {
    String broken = bundle(1, "Send a gift").replace("CustomerService", "Gifts");
    JsonNode kept = writer.put(draft, broken).expect(200).json();
    assertThat(kept.at("/problems/0/line").asInt()).isEqualTo(6);
    Problems.expect(owner.post(draft + "/publish?version=" + kept.get("version"), ""), 422, "bundle-refused");
    assertThat(owner.get(draft).expect(200).json().get("text").asText()).isEqualTo(broken);
    JsonNode mended = writer.put(draft + "?version=" + kept.get("version"), bundle(1, "Send a gift")).expect(200).json();
    assertThat(mended.get("problems")).isEmpty();
    Problems.expect(owner.post(draft + "/publish", ""), 409, "stale-record");
    JsonNode versions = owner.post(draft + "/publish?version=" + mended.get("version"), "").expect(200).json();
    assertThat(versions.at("/0/state").asText()).isEqualTo("ACTIVE");
    assertThat(versions.at("/0/publishedBy").asText()).isEqualTo("owner");
    Problems.expect(owner.get(draft), 404, "not-found");
  }

  @Test
  void tellsTheSecondOfTwoAuthorsAndLosesNothing() {
    JsonNode first = writer.put(draft, "# first").expect(200).json();
    Api second = server.as("admin").with("Content-Type", "application/yaml");
    JsonNode theirs = second.put(draft + "?version=" + first.get("version"), "# second").expect(200).json();
    JsonNode told = Problems.expect(writer.put(draft + "?version=" + first.get("version"), "# mine"), 409, "stale-record");
    assertThat(told.get("detail").asText()).startsWith("admin changed this draft at ");
    Problems.expect(writer.put(draft, "# mine"), 409, "stale-record");
    Problems.expect(owner.delete(draft + "?version=" + first.get("version")), 409, "stale-record");
    assertThat(owner.get(draft).expect(200).json().get("text").asText()).isEqualTo("# second");
    owner.delete(draft + "?version=" + theirs.get("version")).expect(204);
    Problems.expect(owner.get(draft), 404, "not-found");
  }

  @Test
  void ofTwoFirstDraftsOneIsKeptAndTheOtherIsTold() {
    for (int round = 0; round < 8; round++) {
      String place = draft + "_" + round;
      List<Reply> replies =
          Stream.of("# mine", "# theirs", "# ours").parallel().map(text -> writer.put(place, text)).toList();
      assertThat(replies).extracting(Reply::status).containsOnlyOnce(200).containsOnly(200, 409);
      replies.stream()
          .filter(reply -> reply.status() == 409)
          .forEach(reply -> assertThat(Problems.expect(reply, 409, "stale-record").get("code").asText()).isEqualTo("PROC-002"));
      owner.delete(place + "?version=" + owner.get(place).expect(200).json().get("version")).expect(204);
    }
  }

  @Test
  void ofThreeWhoPublishAtTheSameMomentOneVersionIsActive() {
    publish(bundle(1, "Send a gift"));
    List<Reply> replies =
        Stream.of(2, 3, 4).parallel().map(version -> writer.post("/api/v1/bundles", bundle(version, "Send a gift"))).toList();
    assertThat(replies).extracting(Reply::status).contains(200).isSubsetOf(200, 409);
    replies.stream()
        .filter(reply -> reply.status() == 409)
        .forEach(reply -> assertThat(Problems.expect(reply, 409, "stale-record").get("code").asText()).isEqualTo("BUNDLE-008"));
    assertThat(owner.get(process + "/versions").expect(200).json().findValuesAsText("state")).containsOnlyOnce("ACTIVE");
  }

  @Test
  void whoWroteADraftDoesNotPublishItWhereASecondPersonIsNeeded() {
    Api admin = server.as("admin");
    Problems.expect(owner.put("/api/v1/studio/publication-rule", Map.of("fourEyes", true)), 403, "forbidden");
    admin.put("/api/v1/studio/publication-rule", Map.of("fourEyes", true)).expect(200);
    try {
      JsonNode written = writer.put(draft, bundle(1, "Send a gift")).expect(200).json();
      refused(owner.post(draft + "/publish?version=" + written.get("version"), ""), 409, "REVIEW-001");
      refused(writer.post("/api/v1/bundles", bundle(1, "Send a gift")), 409, "REVIEW-005");
      JsonNode waiting = owner.post(draft + "/hand-in?version=" + written.get("version"), "").expect(200).json();
      assertThat(waiting.at("/review/handedInBy").asText()).isEqualTo("owner");
      refused(owner.post(draft + "/publish?version=" + waiting.get("version"), ""), 403, "REVIEW-003");

      JsonNode back = admin.post(draft + "/send-back?version=" + waiting.get("version"), Map.of("reason", "Name the shop.")).expect(200).json();
      assertThat(back.at("/review/returnReason").asText()).isEqualTo("Name the shop.");
      refused(admin.post(draft + "/publish?version=" + back.get("version"), ""), 409, "REVIEW-001");
      JsonNode mended = writer.put(draft + "?version=" + back.get("version"), bundle(1, "Send a gift of the shop")).expect(200).json();
      JsonNode again = owner.post(draft + "/hand-in?version=" + mended.get("version"), "").expect(200).json();
      JsonNode versions = admin.post(draft + "/publish?version=" + again.get("version"), "").expect(200).json();
      assertThat(versions.at("/0/publishedBy").asText()).isEqualTo("owner");
      assertThat(versions.at("/0/approvedBy").asText()).isEqualTo("admin");
    } finally {
      admin.put("/api/v1/studio/publication-rule", Map.of("fourEyes", false)).expect(200);
    }
  }

  @Test
  void aDraftWithMistakesIsNotHandedIn() {
    JsonNode kept = writer.put(draft, bundle(1, "x").replace("CustomerService", "Gifts")).expect(200).json();
    Problems.expect(owner.post(draft + "/hand-in?version=" + kept.get("version"), ""), 422, "bundle-refused");
    assertThat(owner.get(draft).expect(200).json().at("/review/handedInBy").isMissingNode()).isTrue();
  }

  @Test
  void comparesTwoVersions() {
    publish(bundle(1, "Send a gift"));
    publish(bundle(2, "Send two gifts"));
    JsonNode compared = owner.get(process + "/versions/2/differences").expect(200).json();
    assertThat(compared.get("from").asInt()).isEqualTo(1);
    assertThat(compared.get("differences").findValuesAsText("place")).containsExactly("process.label", "process.version");
    assertThat(compared.get("lines").findValuesAsText("after")).contains("  label: Send two gifts");
    assertThat(owner.get(process + "/versions/1/differences?from=1").expect(200).json().get("differences")).isEmpty();
    Problems.expect(owner.get(process + "/versions/2/differences?from=9"), 404, "not-found");
    Problems.expect(owner.get(process + "/versions/2/differences?from=x"), 400, "malformed-request");
  }

  private static void refused(Reply reply, int status, String code) {
    JsonNode problem = Problems.expect(reply, status, status == 403 ? "forbidden" : "rule-violation");
    assertThat(problem.get("code").asText()).isEqualTo(code);
  }

  @Test
  void retiresAProcessAndBringsAVersionBack() {
    publish(bundle(1, "Send a gift"));
    publish(bundle(2, "Send a gift"));
    Api requester = server.as("requester");
    JsonNode versions = owner.post(process + "/retire", REASON).expect(200).json();
    assertThat(versions.findValuesAsText("state")).containsExactly("RETIRED", "RETIRED");
    assertThat(versions.at("/0/changeReason").asText()).isEqualTo("The shop has closed.");
    Problems.expect(requester.get("/api/v1/processes/" + name), 404, "not-found");
    Problems.expect(owner.post(process + "/retire", REASON), 404, "not-found");
    JsonNode back = owner.post(process + "/versions/1/activate", REASON).expect(200).json();
    assertThat(back.findValuesAsText("state")).containsExactly("RETIRED", "ACTIVE");
    Problems.expect(owner.post(process + "/versions/1/activate", REASON), 409, "rule-violation");
    requester.get("/api/v1/processes/" + name).expect(200);
  }

  @Test
  void countsOpenCases() {
    publish(bundle(1, "Send a gift"));
    Map<String, Object> request = Map.of("process", name, "attributes", Map.of("wish", "A cake"));
    server.as("requester").post("/api/v1/service-requests", request).expect(201);
    JsonNode line =
        StreamSupport.stream(owner.get("/api/v1/studio/processes").expect(200).json().spliterator(), false)
            .filter(each -> each.get("name").asText().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(line.get("openCases").asInt()).isEqualTo(1);
    assertThat(line.get("label").asText()).isEqualTo("Send a gift");
    assertThat(line.get("activeVersion").asInt()).isEqualTo(1);
    publish(bundle(2, "Send a gift"));
    assertThat(owner.get(process + "/versions").expect(200).json().findValuesAsText("openCases")).containsExactly("0", "1");
  }

  @Test
  void refusesADraftOfAnotherProcess() {
    JsonNode kept = writer.put(draft, bundle(1, "x").replace(name, "Other_Gift")).expect(200).json();
    JsonNode refused = Problems.expect(owner.post(draft + "/publish?version=" + kept.get("version"), ""), 409, "rule-violation");
    assertThat(refused.get("code").asText()).isEqualTo("PROC-003");
  }

  private void publish(String bundle) {
    writer.post("/api/v1/bundles", bundle).expect(200);
  }

  private JsonNode plan(String bundle) {
    return writer.post("/api/v1/bundles/plan", bundle).expect(200).json();
  }

  private static JsonNode binding(JsonNode bindings, String name) {
    return StreamSupport.stream(bindings.spliterator(), false)
        .filter(binding -> binding.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String bundle(int version, String label) {
    return """
        bundle: casebound/1
        process:
          name: %s
          version: %d
          label: %s
          usageType: CustomerService
          category: Gifts
          queue: front_office
          attributes:
            - name: wish
              type: Text
              required: true
        queues:
          - name: front_office
            label: Front office
        """
        .formatted(name, version, label);
  }
}
