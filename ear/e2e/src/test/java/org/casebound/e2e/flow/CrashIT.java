package org.casebound.e2e.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The server and the bank in it are killed with SIGKILL, again and again, at random points under a stream of requests and people
 * at work. Afterwards every accepted request is closed, and the bank has applied each effect once. The long form: {@code
 * -Dcasebound.crash.kills=200 -Dcasebound.crash.seed=7}.
 */
@ExtendWith(ServerLogOnFailure.class)
class CrashIT {
  private static final int KILLS = Integer.getInteger("casebound.crash.kills", 4);
  private static final long SEED = Long.getLong("casebound.crash.seed", System.nanoTime());

  @Test
  void losesNothingAndDoublesNothingOverKills() throws InterruptedException {
    Random random = new Random(SEED);
    try (CaseboundServer server =
        CaseboundServer.on(Database.H2).with("casebound.step.lease", "PT5S").with("casebound.poll.interval", "PT0.5S")) {
      server.start();
      RequestStream stream = new RequestStream(server);
      stream.start();
      for (int kill = 0; kill < KILLS; kill++) {
        int target = stream.accepted().size() + 1 + random.nextInt(12);
        await("requests go through after kill " + kill + ", seed " + SEED)
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> stream.accepted().size() >= target);
        server.kill();
        server.start();
      }
      stream.finish();
      everyAcceptedRequestEndsClosed(server, stream.accepted());
      theBankAppliedEachEffectOnce(server, stream.accepted());
    }
  }

  private static void everyAcceptedRequestEndsClosed(CaseboundServer server, Set<String> accepted) {
    Desk desk = new Desk(server);
    Set<String> open = new TreeSet<>(accepted);
    await("every accepted request to be closed, seed " + SEED)
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              open.removeIf(number -> desk.look(number).path("status").asText().equals("CLOSED"));
              return open;
            },
            Set::isEmpty);
    accepted.forEach(desk::replayHistory);
    assertThat(server.as("operator").get("/api/v1/incidents").expect(200).json().path("items")).isEmpty();
  }

  private static void theBankAppliedEachEffectOnce(CaseboundServer server, Set<String> accepted) {
    Desk desk = new Desk(server);
    Set<String> keysOfCases =
        accepted.stream()
            .map(desk::look)
            .peek(seen -> assertThat(seen.path("resolution").asText()).isEqualTo("FULFILLED"))
            .flatMap(seen -> Desk.attempts(seen).stream())
            .map(attempt -> attempt.path("idempotencyKey").asText())
            .collect(Collectors.toSet());
    assertThat(keysOfCases).hasSameSizeAs(accepted);
    Set<String> keysOfBank =
        server.bank().get("/ledger").expect(200).body().lines().map(CrashIT::json).map(l -> l.path("key").asText()).collect(Collectors.toSet());
    long effects = server.bank().get("/ledger").expect(200).body().lines().filter(line -> !line.isBlank()).count();
    assertThat(keysOfBank).isEqualTo(keysOfCases).hasSize((int) effects);
  }

  private static JsonNode json(String line) {
    return new org.casebound.e2e.Reply(200, null, line).json();
  }
}
