package org.casebound.fulfillment.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Lets no receiver that is slow take all threads of this node: each has a few calls at a time. Thread-safe. */
@ApplicationScoped
class WebhookTurns {
  private static final int AT_A_TIME = 4;

  private final ConcurrentMap<String, Integer> calls = new ConcurrentHashMap<>();

  /** Whether one more call to the webhook may begin; then {@link #end} must follow. */
  boolean begin(String webhook) {
    boolean[] begun = {false};
    calls.compute(
        webhook,
        (name, now) -> {
          int running = now == null ? 0 : now;
          begun[0] = running < AT_A_TIME;
          return begun[0] ? running + 1 : running;
        });
    return begun[0];
  }

  /** A call has ended. */
  void end(String webhook) {
    calls.computeIfPresent(webhook, (name, running) -> running == 1 ? null : running - 1);
  }
}
