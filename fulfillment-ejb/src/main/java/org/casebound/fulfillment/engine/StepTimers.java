package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.WaitTime;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DueTaskRepository;

/** The due times of waiting steps: one row per wait, about the flow and named like the step. */
@Dependent
class StepTimers {
  /** Name of the waiting element in the data of a timer. */
  static final String ELEMENT = "element";

  @Inject private DueTaskPlans plans;
  @Inject private DueTaskRepository due;
  @Inject private Calendars calendars;

  /** Plans the end of a wait. */
  void plan(FlowContext context, String step, String element, Instant end) {
    plans.plan(
        DueTaskKind.STEP_TIMER,
        context.flow().caseId(),
        context.flow().id(),
        step,
        end,
        new Values(Map.of(ELEMENT, element)));
  }

  /** When a wait ends that begins now. */
  Instant endOf(FlowContext context, WaitTime time) {
    if (time instanceof WaitTime.Until until) {
      return until.instant();
    }
    WaitTime.For wait = (WaitTime.For) time;
    return wait.calendar().isEmpty()
        ? context.now().plus(wait.duration())
        : calendars.of(context.process().bundle(), wait.calendar()).add(context.now(), wait.duration());
  }

  /** The step has another name in the version that its flow now has. */
  void rename(FlowContext context, String step, String newName) {
    if (step.equals(newName)) {
      return;
    }
    for (DueTask timer : due.of(context.flow().id(), Set.of(DueTaskKind.STEP_TIMER))) {
      if (timer.name().equals(step)) {
        plan(context, newName, String.valueOf(timer.data().asMap().get(ELEMENT)), timer.dueAt());
        cancel(context, step);
      }
    }
  }

  /** The step does not wait for its time any more. */
  void cancel(FlowContext context, String step) {
    due.cancel(context.flow().id(), DueTaskKind.STEP_TIMER, step);
  }
}
