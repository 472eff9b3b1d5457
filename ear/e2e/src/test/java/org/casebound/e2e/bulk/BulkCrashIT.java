package org.casebound.e2e.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.flow.Bundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The server is killed with SIGKILL in the middle of a file. It goes on by itself after the start, and in the end there is one case for
 * each line. Then it is killed while it purges these cases; in the end none is left. The long form: {@code -Dcasebound.bulk.lines=100000 -Dcasebound.bulk.kills=10 -Dcasebound.bulk.seed=7}; without kills it
 * tells the speed.
 */
@ExtendWith(ServerLogOnFailure.class)
class BulkCrashIT {
  private static final int LINES = Integer.getInteger("casebound.bulk.lines", 2000);
  private static final int KILLS = Integer.getInteger("casebound.bulk.kills", 1);
  /** How long the process {@code Fleeting} keeps a closed case, rounded up. */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private static final List<String> OPEN = List.of("NEW", "IN_PROGRESS", "WAITING", "ESCALATED");

  private static final long SEED = Long.getLong("casebound.bulk.seed", System.nanoTime());

  @Test
  void losesNoLineAndDoublesNone() {
    Random random = new Random(SEED);
    try (CaseboundServer server =
        CaseboundServer.on(Database.valueOf(System.getProperty("casebound.bulk.database", "H2"))).with("casebound.step.lease", "PT5S").with("casebound.poll.interval", "PT0.5S")) {
      server.start();
      Bundles.publish(server, "fleeting");
      BulkJobs jobs = new BulkJobs(server);
      long job = jobs.send("bank", "text/csv", "?process=Fleeting", "question\n" + "Why?\n".repeat(LINES)).expect(202).json().path("id").asLong();
      Instant begun = Instant.now();
      for (int kill = 1; kill <= KILLS; kill++) {
        int target = LINES / (KILLS + 1) * (kill - 1) + random.nextInt(LINES / (KILLS + 1)) + 1;
        await("line " + target + ", seed " + SEED)
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> jobs.look(job).path("filed").asInt() >= target);
        server.kill();
        server.start();
      }
      JsonNode ended = jobs.awaitEnd(job, Duration.ofMinutes(3).plusMillis(LINES * 20L));
      tell(begun, Duration.between(begun, Instant.now()));
      assertThat(ended.path("filed").asInt()).as("seed %d", SEED).isEqualTo(LINES);
      List<String> cases = jobs.report(job).stream().map(line -> line.split(",", -1)[2]).toList();
      assertThat(cases).as("seed %d", SEED).hasSize(LINES).doesNotHaveDuplicates();
      List<String> kept = casesOf(server);
      assertThat(kept).as("seed %d", SEED).hasSize(LINES);
      assertThat(new HashSet<>(kept)).as("seed %d", SEED).isEqualTo(new HashSet<>(cases));
      purgesThemAll(server);
    }
  }

  private static void purgesThemAll(CaseboundServer server) {
    RetentionRuns runs = new RetentionRuns(server);
    awaitTheirTime(server);
    Instant begun = Instant.now();
    long run = runs.begin();
    if (KILLS > 0) {
      await("the first cases to go").atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> runs.look(run).path("purged").asInt() > 0);
      server.kill();
      server.start();
    }
    JsonNode ended = runs.awaitEnd(run, Duration.ofSeconds(90).plusMillis(LINES * 10L));
    tell(begun, Duration.between(begun, Instant.now()));
    assertThat(ended.path("state").asText()).isEqualTo("ENDED");
    assertThat(ended.path("purged").asInt()).isEqualTo(LINES);
    assertThat(ended.path("due").asInt()).isEqualTo(LINES);
    assertThat(runs.ofProcess("Fleeting").path("purged").asInt()).isEqualTo(LINES);
    assertThat(casesOf(server)).isEmpty();
  }

  /** A run takes what was due when it was asked for: each case is closed, and a second has gone by since. */
  private static void awaitTheirTime(CaseboundServer server) {
    await("the cases to close")
        .atMost(Duration.ofSeconds(60).plusMillis(LINES))
        .until(() -> OPEN.stream().allMatch(status -> server.as("lead").get("/api/v1/cases?size=1&status=" + status).expect(200).json().path("items").isEmpty()));
    Instant closed = Instant.now();
    await("their time to be over").atMost(Duration.ofSeconds(10)).until(() -> closed.plus(KEPT).isBefore(Instant.now()));
  }

  private static void tell(Instant begun, Duration took) {
    System.out.printf("%d lines since %s, %d kills: %d ms%n", LINES, begun, KILLS, took.toMillis());
  }

  private static List<String> casesOf(CaseboundServer server) {
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = server.as("lead").get("/api/v1/cases?size=100" + cursor).expect(200).json();
      page.path("items").forEach(item -> found.add(item.path("number").asText()));
      cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return found;
  }
}
