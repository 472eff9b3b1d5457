package org.casebound.fulfillment.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls were decided in the transaction that is still open; this node holds their leases. Used by the transaction's thread. */
final class CallsLeased {
  private final List<FlowContext> decidedIn = new ArrayList<>();

  void add(FlowContext context) {
    decidedIn.add(context);
  }

  /** The calls, once all are decided. What two calls share is not handed to both: their threads would share it, too. */
  List<LeasedCall> calls() {
    List<LeasedCall> calls = new ArrayList<>();
    for (FlowContext context : decidedIn) {
      List<FlowContext.DecidedCall> decided = context.calls();
      boolean alone = decided.size() == 1 && decidedIn.stream().noneMatch(other -> other != context && other.sharesCase(context));
      decided.forEach(
          call -> calls.add(new LeasedCall(call.task(), alone ? Optional.of(context.inHand(call)) : Optional.empty())));
    }
    return calls;
  }
}
