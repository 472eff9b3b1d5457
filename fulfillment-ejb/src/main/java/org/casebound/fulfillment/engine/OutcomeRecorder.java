package org.casebound.fulfillment.engine;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.persistence.NewRecords;

/** Records the outcome of a call and moves its flow on, in one transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutcomeRecorder {
  @Inject private FlowEngine engine;
  @Inject private OutcomePolicy policy;
  @Inject private FencedOutcome fenced;
  @Inject private NewRecords records;

  /**
   * Records the outcome in the flow that is in hand, if nobody changed it meanwhile.
   *
   * @throws jakarta.ejb.EJBException caused by an OptimisticLockException when somebody did; nothing is recorded then, and what
   *     was in hand is worthless
   */
  public void record(CallTask task, FlowInHand inHand, Outcome outcome) {
    policy.apply(engine.take(inHand, HistoryEntry.SYSTEM), inHand.attempt(), task.definition(), outcome);
    records.save();
  }

  /**
   * Records the outcome, if this node still has the lease of the try: the answer of one that was given up meanwhile is only logged,
   * because another try under the same key, or another node, has taken over.
   */
  public void record(CallTask task, Outcome outcome) {
    fenced.apply(task, outcome);
  }

  /**
   * Settles the doubt about an earlier try by the reply that came in meanwhile: it says what became of the call, which then is neither asked
   * after nor made again.
   *
   * @return whether there was one
   */
  public boolean settleByReply(CallTask task) {
    return fenced.applyReply(task);
  }
}
