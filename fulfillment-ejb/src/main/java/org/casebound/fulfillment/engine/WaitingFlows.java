package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.domain.flow.AttemptState;

/**
 * Flows that began to wait for an acknowledgement a moment ago, as the transaction that parked them left them: for a back office that
 * acknowledges at once. The oldest are let go when there are many, all of them when memory is short; what is not here is read from the
 * database. Thread-safe.
 */
@ApplicationScoped
public class WaitingFlows {
  /** At 200 calls a second those of the last second. */
  static final int MOST = 256;

  private final Map<String, SoftReference<FlowInHand>> flows = new ConcurrentHashMap<>();
  private final Queue<String> oldestFirst = new ArrayBlockingQueue<>(MOST);

  /** Keeps the flow, if its call was accepted and the transaction that recorded so is committed. */
  void keep(FlowInHand flow) {
    if (flow.attempt().state() != AttemptState.ACCEPTED) {
      return;
    }
    String key = flow.attempt().idempotencyKey();
    flows.put(key, new SoftReference<>(flow));
    while (!oldestFirst.offer(key)) {
      Optional.ofNullable(oldestFirst.poll()).ifPresent(flows::remove);
    }
  }

  /** The flow whose call has the key; whoever takes it is the only one that has it. */
  public Optional<FlowInHand> take(String idempotencyKey) {
    return Optional.ofNullable(flows.remove(idempotencyKey)).map(SoftReference::get);
  }
}
