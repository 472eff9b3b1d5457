package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.casebound.domain.flow.ReplyInboxEntry;
import org.casebound.domain.flow.Step;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.persistence.ReplyInboxRepository;

/** Parks steps until their acknowledgement: no thread, no connection, one row with a due time. */
@Dependent
class StepParking {
  @Inject private ReplyInboxRepository inbox;
  @Inject private CaseHistory history;

  /** A reply that came before its step was parked; it is taken out of the inbox. */
  Optional<Outcome> earlyReply(StepAttempt attempt, Instant now) {
    Optional<ReplyInboxEntry> early =
        inbox.waiting(attempt.connector(), attempt.idempotencyKey(), attempt.reference().orElse(""));
    early.ifPresent(entry -> entry.match(attempt.id(), now));
    return early.map(entry -> ReplyValues.outcome(entry.reply()));
  }

  void park(FlowContext context, StepAttempt attempt, String integrationLabel) {
    change(
        context,
        context.step(attempt.stepName()).orElseThrow(),
        StepState.WAITING,
        "%s accepted the call as %s and will acknowledge it"
            .formatted(integrationLabel, attempt.reference().orElse("")));
  }

  void change(FlowContext context, Step step, StepState next, String why) {
    StepState before = step.state();
    step.change(next, why, context.now());
    history.changed(context, Subject.STEP, step.name(), before, next, why);
  }
}
