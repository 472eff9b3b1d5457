package org.casebound.domain.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Records of flows for tests. */
public final class Flows {
  /** When they began. */
  public static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");

  /** How long a lease lasts here. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private Flows() {}

  /** A flow that has not begun. */
  public static FulfillmentFlow flow() {
    return new FulfillmentFlow(10, 1, 2, "Address_Update", 1, "Address_Update_Flow", 1, 0, BEGUN);
  }

  /** A step in progress. */
  public static Step step() {
    return new Step(20, 10, "core_banking", 2, "update", BEGUN);
  }

  /** A first try, leased to {@code node-1}. */
  static StepAttempt attempt() {
    Decision.CallPlaced call = new Decision.CallPlaced("update", 0, "update_address", "Update_Address", Map.of());
    StepAttempt attempt = new StepAttempt(30, flow(), step(), call, "core-banking", "key-1", BEGUN);
    attempt.lease("node-1", BEGUN.plus(LEASE), BEGUN);
    return attempt;
  }
}
