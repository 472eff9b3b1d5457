package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.StepAttempt;

/**
 * One line of the effect ledger: one try of a call. What was sent is not shown, it may hold personal data.
 *
 * @param element name of the element that called
 * @param number which try of the call it is, from 1
 * @param idempotencyKey the same for all tries of the call
 * @param reference what the back office calls the work that it accepted
 * @param asksFirst whether the back office is asked first what became of an earlier try
 * @param node the run of the node that is at it
 * @param dueAt when it is tried, its lease ends, or its acknowledgement is overdue
 * @param parkedAt since when it waits for calls to go out again
 */
public record LedgerLine(
    long id,
    String caseNumber,
    long flowId,
    String step,
    String element,
    String integration,
    String connector,
    int number,
    String idempotencyKey,
    AttemptState outcome,
    String message,
    Optional<String> reference,
    boolean asksFirst,
    Optional<String> node,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Instant> dueAt,
    Optional<Instant> parkedAt) {
  static LedgerLine of(StepAttempt attempt) {
    return new LedgerLine(
        attempt.id(),
        new CaseNumber(attempt.caseId()).toString(),
        attempt.flowId(),
        attempt.stepName(),
        attempt.element(),
        attempt.integration(),
        attempt.connector(),
        attempt.number(),
        attempt.idempotencyKey(),
        attempt.state(),
        attempt.message(),
        attempt.reference(),
        attempt.verifyFirst(),
        attempt.leaseOwner(),
        attempt.startedAt(),
        attempt.endedAt(),
        attempt.dueAt(),
        attempt.parkedAt());
  }
}
