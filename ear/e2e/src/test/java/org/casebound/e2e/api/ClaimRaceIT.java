package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many people want the same work, each piece of it goes to one of them. */
@OnEachDatabase
class ClaimRaceIT {
  private static final int ITEMS = 200;
  private static final int CLIENTS = 50;

  private final CaseboundServer server;
  private final ExecutorService people = Executors.newFixedThreadPool(CLIENTS);

  ClaimRaceIT(Database database) {
    server = SharedServer.on(database);
  }

  @BeforeEach
  void importTheProcess() {
    Bundles.load(server, "race.yaml");
  }

  @AfterEach
  void sendThePeopleHome() {
    people.shutdownNow();
  }

  @Test
  void oneOfTwentyGetsTheItem() throws Exception {
    List<Api> workers = TestUsers.workers().stream().map(server::as).toList();
    String item = "/api/v1/work-items/" + Requests.workItemOf(server.as("lead"), file(0));
    CyclicBarrier start = new CyclicBarrier(workers.size());
    List<Reply> replies =
        atOnce(
            workers.stream()
                .<Callable<Reply>>map(
                    worker ->
                        () -> {
                          start.await();
                          return worker.post(item + "/claim", "");
                        })
                .toList());

    assertThat(replies).extracting(Reply::status).containsOnly(200, 409);
    List<Reply> winners = replies.stream().filter(reply -> reply.status() == 200).toList();
    assertThat(winners).hasSize(1);
    replies.stream().filter(reply -> reply.status() == 409).forEach(loser -> Problems.expect(loser, 409, "stale-record"));
    JsonNode claimed = server.as("lead").get(item).expect(200).json();
    assertThat(claimed.get("assignee").asText()).isEqualTo(winners.get(0).json().get("assignee").asText());
    server.as(claimed.get("assignee").asText()).post(item + "/complete", Map.of("outcome", "done")).expect(200);
  }

  @Test
  void getNextGivesFiftyClientsNoItemTwiceAndLeavesNone() throws Exception {
    atOnce(IntStream.range(0, ITEMS).<Callable<String>>mapToObj(number -> () -> file(number)).toList());
    List<List<Long>> taken =
        atOnce(IntStream.range(0, CLIENTS).<Callable<List<Long>>>mapToObj(client -> () -> takeAll(worker(client))).toList());

    assertThat(taken.stream().flatMap(List::stream)).hasSize(ITEMS).doesNotHaveDuplicates();
    for (int client = 0; client < CLIENTS; client++) {
      Api worker = worker(client);
      taken.get(client).forEach(id -> worker.post("/api/v1/work-items/" + id + "/complete", Map.of("outcome", "done")).expect(200));
    }
  }

  /** Claims until nothing is left. An answer "nothing" may come while another client's claim is not committed yet, never too early. */
  private static List<Long> takeAll(Api worker) {
    List<Long> ids = new ArrayList<>();
    Reply next = worker.post("/api/v1/work-items/next", "");
    while (next.status() == 200) {
      ids.add(next.json().get("id").asLong());
      next = worker.post("/api/v1/work-items/next", "");
    }
    next.expect(204);
    return ids;
  }

  /** Some of the clients are the same person at two screens. */
  private Api worker(int client) {
    return server.as(TestUsers.workers().get(client % TestUsers.workers().size()));
  }

  private String file(int number) {
    return Requests.file(server.as("bank"), Map.of("process", "Race", "attributes", Map.of("number", "n" + number)));
  }

  private <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    for (Future<T> each : people.invokeAll(calls)) {
      results.add(each.get());
    }
    return results;
  }
}
