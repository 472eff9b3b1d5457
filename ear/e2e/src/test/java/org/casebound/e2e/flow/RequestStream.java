package org.casebound.e2e.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Two clients that file requests without pause and an agent who works every work item, while servers die and come back. A client
 * that got no answer asks again, another server if there is one, with the same idempotency key, as a careful client does.
 */
public final class RequestStream {
  private final List<CaseboundServer> servers;
  private final AtomicInteger turn = new AtomicInteger();
  private final String name = Desk.newCustomer();
  private final Set<String> accepted = new ConcurrentSkipListSet<>();
  private final List<Thread> clients = new ArrayList<>();
  private final Thread worker = new Thread(this::work, "works work items");
  private final Semaphore allowed = new Semaphore(Integer.MAX_VALUE);
  private volatile boolean filing = true;
  private volatile boolean working = true;

  /** @param servers nodes of one cluster, taken in turn */
  public RequestStream(CaseboundServer... servers) {
    this.servers = List.of(servers);
    alsoFiling("cards", () -> Desk.cardBlock(Desk.newCard()));
    alsoFiling("addresses", () -> Desk.addressUpdate(Desk.newCustomer()));
  }

  /** One more client, which files another kind of request. */
  public RequestStream alsoFiling(String kind, Supplier<Map<String, Object>> requests) {
    clients.add(new Thread(() -> file(kind, requests), "files " + kind));
    return this;
  }

  /** Files no more than it is allowed to, see {@link #allow}. */
  public RequestStream onlyAllowed() {
    allowed.drainPermits();
    return this;
  }

  /** Lets so many more requests be filed. */
  public void allow(int count) {
    allowed.release(count);
  }

  public void start() {
    clients.forEach(Thread::start);
    worker.start();
  }

  /** Numbers of the cases whose filing was answered with 201. */
  public Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  /** Stops filing, lets the agent empty the inbox, then stops him, too. */
  public void finish() throws InterruptedException {
    filing = false;
    for (Thread client : clients) {
      client.join();
    }
    working = false;
    worker.join();
  }

  private void file(String kind, Supplier<Map<String, Object>> requests) {
    for (int count = 0; mayFile(); count++) {
      Map<String, Object> request = requests.get();
      String key = kind + "-" + name + "-" + count;
      Reply reply = null;
      while (reply == null || reply.status() != 201) {
        reply = tried(agent -> agent.with("Idempotency-Key", key).post("/api/v1/service-requests", request));
      }
      accepted.add(reply.json().path("caseNumber").asText());
    }
  }

  private boolean mayFile() {
    try {
      while (filing) {
        if (allowed.tryAcquire(100, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Ends only when it is told to and the inbox is empty. */
  private void work() {
    while (true) {
      boolean wasTold = !working;
      Reply mine = tried(agent -> agent.get("/api/v1/work-items?assignee=agent&size=50"));
      if (mine != null && mine.status() == 200) {
        Desk.stream(mine.json().path("items")).forEach(this::approve);
        Reply next = tried(agent -> agent.post("/api/v1/work-items/next", ""));
        if (next != null && next.status() == 204 && mine.json().path("items").isEmpty() && wasTold) {
          return;
        }
      }
    }
  }

  private void approve(JsonNode item) {
    tried(agent -> agent.post("/api/v1/work-items/" + item.path("id").asLong() + "/complete", Map.of("outcome", "approved")));
  }

  /** The answer of the server whose turn it is, or of another one if that is down; null when all are down just now. */
  private @Nullable Reply tried(Function<Api, Reply> call) {
    int first = turn.getAndIncrement();
    for (int i = 0; i < servers.size(); i++) {
      try {
        return call.apply(servers.get(Math.floorMod(first + i, servers.size())).as("agent"));
      } catch (UncheckedIOException down) {
        Thread.onSpinWait();
      }
    }
    return null;
  }
}
