package org.casebound.domain.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.casebound.domain.cases.Saved;

/** Records of flows for tests. */
public final class Flows {
  /** When they began. */
  public static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");

  /** How long a lease lasts here. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private Flows() {}

  /** A saved flow that has not begun. */
  public static FulfillmentFlow flow() {
    return Saved.with(new FulfillmentFlow(1, 2, "Address_Update", 1, "Address_Update_Flow", BEGUN), 10);
  }

  /** A saved step in progress. */
  public static Step step() {
    return Saved.with(new Step(10, "core_banking", 2, "update", BEGUN), 20);
  }

  /** A first try, leased to {@code node-1}. */
  static StepAttempt attempt() {
    Decision.CallPlaced call = new Decision.CallPlaced("update", 0, "update_address", "Update_Address", Map.of());
    return Saved.with(
        new StepAttempt(flow(), step(), call, "core-banking", "key-1", "node-1", BEGUN.plus(LEASE), BEGUN), 30);
  }
}
