package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.action.RecordStore;
import org.casebound.fulfillment.action.RecordStores;
import org.casebound.fulfillment.persistence.NewRecords;

/** Answers in the same transaction what flows want of records. */
@Dependent
class RecordAnswers {
  @Inject private RecordStores stores;
  @Inject private NewRecords records;

  /** The answer, if the decision asks for one. */
  Optional<FlowEvent> to(FlowContext context, Decision decision) {
    if (decision instanceof Decision.RecordsWanted wanted) {
      return Optional.of(
          answer(
              wanted.step(),
              () -> {
                records.save();
                return stores.require(wanted.record()).find(asking(context), wanted.where(), wanted.limit());
              }));
    } else if (decision instanceof Decision.RecordWritten written) {
      return Optional.of(answer(written.step(), () -> write(context, written)));
    }
    return Optional.empty();
  }

  private interface Question {
    Object ask();
  }

  private static FlowEvent answer(String step, Question question) {
    try {
      return new FlowEvent.Answered(step, question.ask());
    } catch (RuleViolation refusal) {
      return new FlowEvent.CallFailed(step, refusal.code(), String.valueOf(refusal.getMessage()));
    }
  }

  private Object write(FlowContext context, Decision.RecordWritten written) {
    RecordStore store = stores.require(written.record());
    if (written.key().isEmpty()) {
      return store.create(asking(context), written.values());
    }
    store.update(asking(context), written.key().get(), written.values());
    return "";
  }

  /** Whether the step still waits for the answer: the flow may have ended with the same decisions. */
  static boolean wanted(FlowContext context, FlowEvent answer) {
    String step =
        answer instanceof FlowEvent.Answered answered
            ? answered.step()
            : answer instanceof FlowEvent.CallFailed failed ? failed.step() : "";
    return step.isEmpty() || context.step(step).filter(found -> found.state() == StepState.IN_PROGRESS).isPresent();
  }

  private static RecordStore.CaseInHand asking(FlowContext context) {
    Case worked = context.workedCase();
    return new RecordStore.CaseInHand(
        worked.id(), worked.number().toString(), worked.requester(), context.actor());
  }
}
