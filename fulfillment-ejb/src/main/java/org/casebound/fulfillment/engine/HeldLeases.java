package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tries that this node is busy with, queued or calling; their leases are prolonged. Thread-safe. */
@ApplicationScoped
public class HeldLeases {
  private final Set<Long> attempts = ConcurrentHashMap.newKeySet();

  /** Whether the try is new here: a try is never run twice at the same time on one node. */
  boolean hold(long attemptId) {
    return attempts.add(attemptId);
  }

  void letGo(long attemptId) {
    attempts.remove(attemptId);
  }

  Set<Long> all() {
    return Set.copyOf(attempts);
  }

  int size() {
    return attempts.size();
  }
}
