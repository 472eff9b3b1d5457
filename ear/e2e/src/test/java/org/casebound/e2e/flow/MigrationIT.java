package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** Running flows move to another version: rehearsed first, then in batches, with a result per case. */
@OnEachDatabase
class MigrationIT {
  private static final String MIGRATIONS = "/api/v1/migrations";
  private static final String PROCESS = "Moving_On";
  private static final Map<String, Object> PLAN =
      Map.of(
          "process", PROCESS,
          "fromVersion", 1,
          "toVersion", 2,
          "stages", Map.of("intake", "reception"),
          "steps", Map.of("check", "look"),
          "reason", "The second look is law now.");

  private final CaseboundServer server;
  private final Desk desk;

  MigrationIT(Database database) {
    server = SharedServer.on(database);
    desk = new Desk(server);
  }

  @Test
  void movesWhatCanBeMovedAndSaysWhyTheRestCanNot() {
    publish("moving-1");
    // More than one batch.
    List<String> early = IntStream.range(0, 25).mapToObj(i -> file()).toList();
    String late = file();
    desk.complete(desk.awaitWorkItem(late), "fine", "");
    publish("moving-2");

    JsonNode rehearsed = server.as("owner").post(MIGRATIONS + "/rehearsal", PLAN).expect(200).json();
    assertThat(resultOf(rehearsed, early.get(0)).path("state").asText()).isEqualTo("MIGRATED");
    assertThat(resultOf(rehearsed, late).path("message").asText()).contains("no stage 'signature'").contains("no step 'sign'");
    assertThat(stepNames(early.get(0))).as("a rehearsal changes nothing").contains("check").doesNotContain("second_look");

    long migration = server.as("owner").post(MIGRATIONS, PLAN).expect(200).json().path("id").asLong();
    JsonNode ended =
        await("the migration to end")
            .atMost(Duration.ofSeconds(60))
            .until(() -> server.as("owner").get("/api/v1/migrations/" + migration).expect(200).json(), seen -> seen.hasNonNull("endedAt"));
    assertThat(ended.path("counts").path("MIGRATED").asInt()).isEqualTo(25);
    assertThat(ended.path("counts").path("REFUSED").asInt()).isEqualTo(1);
    JsonNode refused = server.as("owner").get("/api/v1/migrations/" + migration + "/results?state=REFUSED").expect(200).json();
    assertThat(resultOf(refused.path("items"), late).path("message").asText()).contains("signature");

    goesOnInTheNewVersion(early.get(0));
    desk.complete(desk.awaitWorkItem(late), "signed", "");
    desk.awaitStatus(late, "CLOSED");
  }

  private void goesOnInTheNewVersion(String number) {
    JsonNode moved = desk.look(number);
    assertThat(Desk.stream(moved.path("history")).map(h -> h.path("from").asText() + " " + h.path("to").asText() + " " + h.path("why").asText()))
        .contains("VERSION 1 VERSION 2 The second look is law now.");
    assertThat(stepNames(number)).containsExactly("look", "second_look");
    desk.complete(desk.awaitWorkItem(number), "fine", "");
    desk.complete(desk.awaitWorkItem(number), "fine", "");
    desk.awaitStatus(number, "CLOSED");
  }

  @Test
  void aTimerMovesWithItsStep() {
    publishNap(1, "nap");
    String number = desk.file(Map.of("process", "Napping", "subject", "Napping", "requester", "requester", "attributes", Map.of()));
    publishNap(2, "sleep");
    long migration =
        server
            .as("owner")
            .post(MIGRATIONS, Map.of("process", "Napping", "fromVersion", 1, "toVersion", 2, "steps", Map.of("nap", "sleep"), "reason", "A better name."))
            .expect(200)
            .json()
            .path("id")
            .asLong();
    await("the migration to end")
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.as("owner").get(MIGRATIONS + "/" + migration).expect(200).json().path("counts").path("MIGRATED").asInt() == 1);
    assertThat(stepNames(number)).containsExactly("sleep");
    desk.awaitStatus(number, "CLOSED");
    assertThat(stepNames(number)).containsExactly("sleep");
  }

  private void publishNap(int version, String step) {
    String bundle =
        """
        bundle: casebound/1
        process:
          name: Napping
          version: %d
          label: Napping
          usageType: Industry
          category: Tests
          queue: back_office
          fulfillmentFlow: Napping_Flow
        flows:
          - name: Napping_Flow
            label: Napping
            trigger: { record: Case, when: created }
            stages:
              - name: night
                steps:
                  - name: %s
                    background:
                      - name: rest
                        wait: { for: PT6S }
                      - closeCase: FULFILLED
        queues:
          - { name: back_office, label: Back office }
        """
            .formatted(version, step);
    server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle).expect(200);
  }

  @Test
  void refusesVersionsThatDoNotFit() {
    publish("moving-1");
    Map<String, Object> same = Map.of("process", PROCESS, "fromVersion", 1, "toVersion", 1, "reason", "x");
    assertThat(server.as("owner").post(MIGRATIONS, same).expect(409).body()).contains("MIG-001");
    Map<String, Object> unknown = Map.of("process", PROCESS, "fromVersion", 1, "toVersion", 99, "reason", "x");
    server.as("owner").post(MIGRATIONS, unknown).expect(404);
    assertThat(server.as("owner").post(MIGRATIONS, Map.of("fromVersion", 1)).expect(422).body()).contains("/process", "/toVersion", "/reason");
  }

  /** Under a name of its own: other tests of the server move cases, too, and the newest version is the one that is filed under. */
  private void publish(String bundle) {
    Bundles.publish(server, bundle, yaml -> yaml.replace("Moving", PROCESS));
  }

  private String file() {
    return desk.file(Map.of("process", PROCESS, "subject", "Moving", "requester", "requester", "attributes", Map.of()));
  }

  private List<String> stepNames(String number) {
    return Desk.steps(desk.look(number)).stream().map(step -> step.path("name").asText()).toList();
  }

  private static JsonNode resultOf(JsonNode results, String number) {
    return Desk.stream(results)
        .filter(result -> result.path("caseNumber").asText().equals(number))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no result for " + number));
  }
}
