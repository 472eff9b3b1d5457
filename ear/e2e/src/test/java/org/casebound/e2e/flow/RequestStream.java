package org.casebound.e2e.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;

/**
 * Two clients that file requests without pause and an agent who works every work item, while the server dies and comes back. A
 * client that got no answer asks again with the same idempotency key, as a careful client does.
 */
final class RequestStream {
  private final CaseboundServer server;
  private final Set<String> accepted = new ConcurrentSkipListSet<>();
  private final List<Thread> threads;
  private volatile boolean filing = true;
  private volatile boolean working = true;

  RequestStream(CaseboundServer server) {
    this.server = server;
    this.threads =
        List.of(
            new Thread(() -> file("cards"), "files card blocks"),
            new Thread(() -> file("addresses"), "files address updates"),
            new Thread(this::work, "works work items"));
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Numbers of the cases whose filing was answered with 201. */
  Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /** Stops filing, lets the agent empty the inbox, then stops him, too. */
  void finish() throws InterruptedException {
    filing = false;
    threads.get(0).join();
    threads.get(1).join();
    working = false;
    threads.get(2).join();
  }

  private void file(String kind) {
    for (int count = 0; filing; count++) {
      Map<String, Object> request =
          kind.equals("cards") ? Desk.cardBlock(Desk.newCard()) : Desk.addressUpdate(Desk.newCustomer());
      String key = kind + "-" + server.name() + "-" + count;
      Reply reply = null;
      while (reply == null || reply.status() != 201) {
        reply = tried(() -> server.as("agent").with("Idempotency-Key", key).post("/api/v1/service-requests", request));
      }
      accepted.add(reply.json().path("caseNumber").asText());
    }
  }

  /** Ends only when it is told to and the inbox is empty. */
  private void work() {
    while (true) {
      boolean wasTold = !working;
      Reply mine = tried(() -> server.as("agent").get("/api/v1/work-items?assignee=agent&size=50"));
      if (mine != null && mine.status() == 200) {
        Desk.stream(mine.json().path("items")).forEach(this::approve);
        Reply next = tried(() -> server.as("agent").post("/api/v1/work-items/next", ""));
        if (next != null && next.status() == 204 && mine.json().path("items").isEmpty() && wasTold) {
          return;
        }
      }
    }
  }

  private void approve(JsonNode item) {
    Api agent = server.as("agent");
    tried(() -> agent.post("/api/v1/work-items/" + item.path("id").asLong() + "/complete", Map.of("outcome", "approved")));
  }

  /** The answer, or null when the server is down just now. */
  private static @org.jspecify.annotations.Nullable Reply tried(java.util.function.Supplier<Reply> call) {
    try {
      return call.get();
    } catch (UncheckedIOException down) {
      Thread.onSpinWait();
      return null;
    }
  }
}
