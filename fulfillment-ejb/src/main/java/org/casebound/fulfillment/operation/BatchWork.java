package org.casebound.fulfillment.operation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.casebound.fulfillment.desk.Correction;
import org.casebound.fulfillment.desk.FlowRemedies;
import org.casebound.fulfillment.desk.IncidentRemedies;
import org.casebound.fulfillment.desk.Skip;

/** Does to one target what its batch is for, in the name of whoever asked for it. Works in the caller's transaction. */
@Dependent
class BatchWork {
  private static final String USUAL_OUTCOME = "done";

  @Inject private IncidentRemedies incidents;
  @Inject private FlowRemedies flows;

  /** @throws org.casebound.domain.shared.RuleViolation when the engine refuses it; the caller's transaction is to be rolled back */
  void act(OperationBatch batch, BatchItem item, Instant now) {
    String user = batch.requestedBy();
    long target = item.targetId();
    switch (batch.action()) {
      case RETRY -> incidents.retry(target, new Correction(batch.reason(), Map.of(), Map.of()), user);
      case SKIP -> incidents.skip(target, new Skip(batch.reason(), batch.outcome().orElse(USUAL_OUTCOME), Map.of()), user);
      case CANCEL -> cancel(batch, target, user);
      case SUSPEND -> flows.suspend(target, batch.reason(), true, true, user);
      case RESUME -> flows.resume(target, user);
    }
    if (batch.action() == BatchAction.RETRY) {
      item.tried(now);
    } else {
      item.end(BatchItemState.DONE, "", now);
    }
  }

  private void cancel(OperationBatch batch, long target, String user) {
    if (batch.target() == BatchTarget.INCIDENTS) {
      incidents.cancel(target, batch.reason(), user);
    } else {
      flows.cancel(target, batch.reason(), user);
    }
  }
}
