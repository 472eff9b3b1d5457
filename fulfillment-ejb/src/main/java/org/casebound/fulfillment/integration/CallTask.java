package org.casebound.fulfillment.integration;

import java.util.Map;
import org.casebound.domain.integration.IntegrationDefinition;

/**
 * A call that this node has the lease for, with all that is needed to make it: nothing is read from the database any more.
 *
 * @param attemptId the try; also the fencing token of its outcome
 * @param flowId the flow whose lock guards the outcome
 * @param tries tries of this call, this one included; one above the definition's limit is recorded, not made
 * @param correlationId shown to the back office, for its logs: the case number
 * @param verifyFirst whether to ask first if an earlier try had its effect
 * @param acceptedBefore whether the back office accepted the call before and only its acknowledgement is missing
 */
public record CallTask(
    long attemptId,
    long flowId,
    int tries,
    String idempotencyKey,
    String correlationId,
    IntegrationDefinition definition,
    Map<String, Object> input,
    boolean verifyFirst,
    boolean acceptedBefore) {

  /** The same call, made without asking first: its earlier tries were rolled back, or are not over. */
  public CallTask undoubted() {
    return new CallTask(
        attemptId, flowId, tries, idempotencyKey, correlationId, definition, input, false, acceptedBefore);
  }
}
