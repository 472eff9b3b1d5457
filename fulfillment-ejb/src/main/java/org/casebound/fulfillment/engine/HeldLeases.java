package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.casebound.fulfillment.integration.CallTask;

/**
 * The tries that this node is busy with, queued or calling; their leases are prolonged until they should have come back. Thread-safe.
 */
@ApplicationScoped
public class HeldLeases {
  /**
   * @param end when the call must have come back; empty while it is queued
   * @param givenUp whether its outcome was taken for unknown, though its thread has not come back
   */
  private record Held(CallTask task, Optional<Instant> end, boolean givenUp) {
    boolean overdue(Instant now) {
      return !givenUp && end.filter(now::isAfter).isPresent();
    }
  }

  private final Map<Long, Held> attempts = new ConcurrentHashMap<>();

  /** Whether the try is new here: a try is never run twice at the same time on one node. */
  boolean hold(CallTask task) {
    return attempts.putIfAbsent(task.attemptId(), new Held(task, Optional.empty(), false)) == null;
  }

  /** The call begins. */
  void begin(CallTask task, Instant end) {
    attempts.put(task.attemptId(), new Held(task, Optional.of(end), false));
  }

  /** The call came back, or no thread was free for it. */
  void letGo(long attemptId) {
    attempts.remove(attemptId);
  }

  /** Nothing is expected of the call any more. */
  void giveUp(long attemptId) {
    attempts.computeIfPresent(attemptId, (id, held) -> new Held(held.task(), held.end(), true));
  }

  /** Calls that should have come back. */
  List<CallTask> overdue(Instant now) {
    return attempts.values().stream().filter(held -> held.overdue(now)).map(Held::task).toList();
  }

  /** The tries whose leases are prolonged. */
  Set<Long> all() {
    return attempts.entrySet().stream().filter(held -> !held.getValue().givenUp()).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  int size() {
    return attempts.size();
  }
}
