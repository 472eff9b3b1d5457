package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** Changes of administration are kept with what was and what is, one after the other; who changes them afterwards, see {@link AdminChainIT}. */
@OnEachDatabase
class AdminChangesIT {
  private static final String PATH = "/api/v1/admin-changes";
  private static final Map<String, String> REASON = Map.of("reason", "To see that it is kept.");

  private final CaseboundServer server;
  private final Api admin;
  private final Api lead;
  private final Api operator;

  AdminChangesIT(Database database) {
    server = SharedServer.on(database);
    admin = server.as("admin");
    lead = server.as("lead");
    operator = server.as("operator");
    Bundles.load(server, "race.yaml");
  }

  @Test
  void everyChangeIsKeptWithWhatWasAndWhatIs() {
    long last = last();
    String number = Requests.file(server.as("bank"), Requests.feeInquiry());
    String substitution = away("somebody", "colleague");
    lead.delete(substitution).expect(204);
    admin.put("/api/v1/studio/publication-rule", "{\"fourEyes\":true}").expect(200);
    admin.put("/api/v1/studio/publication-rule", "{\"fourEyes\":false}").expect(200);
    admin.put("/api/v1/studio/publication-rule", "{\"fourEyes\":false}").expect(200);
    admin.put("/api/v1/retention/schedule", "{\"time\":\"03:15\",\"zone\":\"Europe/Berlin\"}").expect(200);
    admin.put("/api/v1/retention/schedule", "{}").expect(200);
    lead.post("/api/v1/cases/" + number + "/legal-holds", Map.of("reason", "Somebody Personal asked")).expect(200);
    lead.post("/api/v1/cases/" + number + "/legal-holds/lift", REASON).expect(200);
    operator.post("/api/v1/connectors/card-system/stop", REASON).expect(200);
    operator.post("/api/v1/connectors/card-system/start", REASON).expect(200);
    Api owner = server.as("owner");
    owner.post("/api/v1/studio/processes/Race/retire", REASON).expect(200);
    owner.post("/api/v1/studio/processes/Race/versions/1/activate", REASON).expect(200);
    admin.post("/api/v1/webhooks", Map.of("name", "kept", "url", "http://localhost/hidden", "events", List.of("case.closed"))).expect(201);
    operator.post("/api/v1/webhooks/kept/pause", REASON).expect(200);
    admin.delete("/api/v1/webhooks/kept").expect(204);

    List<JsonNode> kept = since(last);
    assertThat(kept)
        .extracting(change -> change.path("kind").asText() + " " + change.path("who").asText())
        .containsExactly(
            "SUBSTITUTION lead",
            "SUBSTITUTION lead",
            "PUBLICATION_RULE admin",
            "PUBLICATION_RULE admin",
            "RETENTION_SCHEDULE admin",
            "RETENTION_SCHEDULE admin",
            "LEGAL_HOLD lead",
            "LEGAL_HOLD lead",
            "CIRCUIT operator",
            "CIRCUIT operator",
            "PROCESS_RETIRED owner",
            "PROCESS_ACTIVATED owner",
            "WEBHOOK admin",
            "WEBHOOK operator",
            "WEBHOOK admin");
    assertThat(kept.get(0).path("subject").asText()).isEqualTo("somebody");
    assertThat(kept.get(0).path("before").asText()).isEmpty();
    assertThat(kept.get(0).path("after").asText()).contains("\"substitute\":\"colleague\"");
    assertThat(kept.get(2).path("before").asText()).isEqualTo("{\"fourEyes\":false}");
    assertThat(kept.get(2).path("after").asText()).isEqualTo("{\"fourEyes\":true}");
    assertThat(kept.get(4).path("after").asText()).isEqualTo("{\"time\":\"03:15\",\"zone\":\"Europe/Berlin\"}");
    assertThat(kept.get(6).path("subject").asText()).isEqualTo(number);
    assertThat(kept.toString()).doesNotContain("Personal").doesNotContain("hidden");
    assertThat(kept.get(8).path("after").asText()).isEqualTo("{\"state\":\"STOPPED\"}");
    assertThat(kept.get(13).path("after").asText()).isEqualTo("{\"events\":[\"case.closed\"],\"host\":\"localhost\",\"paused\":true,\"processes\":[]}");
    assertThat(kept.get(14).path("after").asText()).isEmpty();
    assertThat(kept.get(11).path("after").asText()).isEqualTo("{\"queues\":[\"race_queue\"],\"version\":1}");
    assertIntact();
  }

  @Test
  void areFoundByKindPersonAndTime() {
    long last = last();
    Instant before = Instant.now().minusSeconds(5);
    lead.delete(away("somebody", "colleague")).expect(204);
    operator.post("/api/v1/connectors/card-system/stop", REASON).expect(200);
    operator.post("/api/v1/connectors/card-system/start", REASON).expect(200);
    assertThat(admin.get(PATH + "?size=2&kind=CIRCUIT").expect(200).json().path("items")).hasSize(2).allMatch(is("kind", "CIRCUIT"));
    assertThat(admin.get(PATH + "?size=2&who=lead").expect(200).json().path("items")).hasSize(2).allMatch(is("who", "lead"));
    assertThat(admin.all(PATH + "?from=" + before)).extracting(change -> change.path("id").asLong()).contains(last + 1, last + 4);
    assertThat(admin.get(PATH + "?to=" + before).expect(200).json().path("items")).noneMatch(change -> change.path("id").asLong() > last);
    assertThat(admin.get(PATH + "?kind=WEATHER").status()).isEqualTo(400);
    assertThat(admin.get(PATH + "?from=soon").status()).isEqualTo(400);
  }

  @Test
  void manyAtOnceFollowOneAnother() throws Exception {
    long last = last();
    List<Callable<String>> adding = new ArrayList<>();
    IntStream.range(0, 24).forEach(one -> adding.add(() -> away("zz-absent-" + one, "colleague")));
    List<String> added = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<String> each : threads.invokeAll(adding)) {
        added.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(since(last)).extracting(change -> change.path("id").asLong()).containsExactlyElementsOf(LongStream.rangeClosed(last + 1, last + 24).boxed().toList());
    assertIntact();
    added.forEach(substitution -> lead.delete(substitution).expect(204));
  }

  private void assertIntact() {
    JsonNode checked = admin.get(PATH + "/check").expect(200).json();
    assertThat(checked.path("intact").asBoolean()).as("%s", checked).isTrue();
    assertThat(checked.path("checked").asLong()).isEqualTo(last());
  }

  private static Predicate<JsonNode> is(String member, String value) {
    return change -> change.path(member).asText().equals(value);
  }

  /** Changes after that one, in the order in which they were made. */
  private List<JsonNode> since(long last) {
    List<JsonNode> found = new ArrayList<>(admin.all(PATH).stream().filter(change -> change.path("id").asLong() > last).toList());
    Collections.reverse(found);
    return found;
  }

  /** Id of the newest change. */
  private long last() {
    return admin.get(PATH + "?size=1").expect(200).json().at("/items/0/id").asLong();
  }

  private String away(String absent, String substitute) {
    Map<String, String> body =
        Map.of(
            "absent", absent, "substitute", substitute, "from", Instant.now().toString(), "until", Instant.now().plus(Duration.ofHours(1)).toString());
    return "/api/v1/substitutions/" + lead.post("/api/v1/substitutions", body).expect(201).json().get("id").asLong();
  }
}
