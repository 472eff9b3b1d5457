package org.casebound.fulfillment.engine;

import java.util.Optional;
import org.casebound.fulfillment.integration.CallTask;

/**
 * A call that this node has the lease for.
 *
 * @param inHand the call's flow; empty when it must be read, because the call was found in the database or because other calls of
 *     the case are under way
 */
record LeasedCall(CallTask task, Optional<FlowInHand> inHand) {
  /** A call whose flow must be read. */
  static LeasedCall found(CallTask task) {
    return new LeasedCall(task, Optional.empty());
  }
}
