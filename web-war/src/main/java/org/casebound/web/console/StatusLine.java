package org.casebound.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.CaseView.AttemptView;
import org.casebound.fulfillment.desk.CaseView.StepView;
import org.casebound.fulfillment.desk.FlowPlan;
import org.casebound.fulfillment.desk.FlowPlan.CallPlan;

/**
 * What a case waits for, in plain words: "Waiting for core banking since 10:42, try 3 of 8, next 10:57".
 *
 * @param what e.g. "Waiting for core banking"
 * @param tries e.g. "try 3 of 8"; empty when nothing is tried again
 * @param nextKey text in front of {@code next}: the next try, or the end of the wait
 * @param why the engine's reason; may be empty
 */
public record StatusLine(String what, Optional<Instant> since, String tries, String nextKey, Optional<Instant> next, String why) {

  /** One line for each step that is under way; none when the case is closed or worked by hand. */
  static List<StatusLine> of(CaseView view, List<FlowPlan> plans, Texts texts) {
    if (view.status() == CaseStatus.CLOSED) {
      return List.of();
    }
    List<CallPlan> calls = plans.stream().flatMap(plan -> plan.calls().stream()).toList();
    return view.flows().stream()
        .flatMap(flow -> flow.stages().stream())
        .flatMap(stage -> stage.steps().stream())
        .filter(step -> step.state() != StepState.NOT_STARTED && !step.state().ended())
        .map(step -> of(step, calls, texts))
        .toList();
  }

  private static StatusLine of(StepView step, List<CallPlan> calls, Texts texts) {
    Optional<AttemptView> last = step.attempts().stream().reduce((older, newer) -> newer);
    Optional<CallPlan> call = last.flatMap(attempt -> calls.stream().filter(c -> c.name().equals(attempt.integration())).findFirst());
    boolean again = step.state() == StepState.READY;
    return new StatusLine(
        what(step, call, texts),
        step.startedAt(),
        last.isPresent() && call.isPresent() && (again || last.get().number() > 1) ? tries(last.get(), call.get(), texts) : "",
        again ? "status.next" : "status.until",
        step.state() == StepState.ERROR ? Optional.empty() : step.dueAt(),
        Reasons.in(texts.locale(), step.reason()));
  }

  private static String what(StepView step, Optional<CallPlan> call, Texts texts) {
    if (step.state() == StepState.ERROR) {
      return texts.of("status.failed", step.label());
    }
    if (step.state() == StepState.SUSPENDED) {
      return texts.of("status.suspended", step.label());
    }
    if (step.kind().equals("interactive")) {
      return texts.of("status.person", step.label());
    }
    return call.map(c -> texts.of("status.call", c.label())).orElseGet(() -> texts.of("status.running", step.label()));
  }

  private static String tries(AttemptView last, CallPlan call, Texts texts) {
    return last.number() <= call.mostTries() ? texts.of("status.tryOf", last.number(), call.mostTries()) : texts.of("status.try", last.number());
  }
}
