package org.casebound.fulfillment.engine;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.casebound.connector.api.Outcome;
import org.casebound.fulfillment.integration.BackOfficeGateway;
import org.casebound.fulfillment.integration.CallTask;

/**
 * Makes a call and records its outcome in one transaction, where the connector takes part in it. The database is first
 * used when the call has returned, so no connection and no lock is held while the back office thinks.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SharedTransactionCall {
  @Inject private BackOfficeGateway gateway;
  @Inject private FencedOutcome fenced;
  @Resource private EJBContext transaction;

  /**
   * What became of a call.
   *
   * @param recorded whether nothing is left to be recorded; false when there is no effect that it could be recorded with
   */
  public record Made(Outcome outcome, boolean recorded) {}

  /**
   * Makes the call. An outcome without an effect rolls it back, and so does a try that was given up meanwhile.
   *
   * @throws jakarta.ejb.EJBException when the commit failed
   */
  public Made make(CallTask task) {
    Outcome outcome = gateway.make(task.undoubted());
    if (!(outcome instanceof Outcome.Done || outcome instanceof Outcome.Accepted)) {
      transaction.setRollbackOnly();
      return new Made(outcome, false);
    }
    if (!fenced.apply(task, outcome)) {
      transaction.setRollbackOnly();
    }
    return new Made(outcome, true);
  }
}
