package org.casebound.domain.flow;

import java.util.List;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.RuleViolation;

/** What happens to steps: answers, times, events, work of people. */
final class StepEvents {
  private final FlowRun run;

  StepEvents(FlowRun run) {
    this.run = run;
  }

  void handle(FlowEvent event) {
    if (run.snapshot().state() == FlowState.SUSPENDED) {
      throw new RuleViolation(
          FlowMachine.SUSPENDED, "The flow is suspended; it learns what happened when a person resumes it.");
    }
    if (event instanceof FlowEvent.WorkFinished work) {
      new Offers(run).finished(run.requireActive(work.step()), work);
    } else if (event instanceof FlowEvent.CallDone done) {
      active(done.step()).done(done.outputs());
    } else if (event instanceof FlowEvent.CallFailed failed) {
      active(failed.step()).refused(failed.code(), failed.message());
    } else if (event instanceof FlowEvent.StepBroken broken) {
      active(broken.step()).broken(broken.code(), broken.message());
    } else if (event instanceof FlowEvent.Answered answered) {
      active(answered.step()).answered(answered.value());
    } else if (event instanceof FlowEvent.TimerFired timer) {
      active(timer.step()).timer(timer.element());
    } else if (event instanceof FlowEvent.EventArrived arrived) {
      arrived(arrived);
    } else {
      throw new IllegalArgumentException("unknown event: " + event);
    }
  }

  /** A step that takes the event may end the others' waiting: then the event is not for them any more. */
  private void arrived(FlowEvent.EventArrived event) {
    List<String> waiting =
        WaitingFor.in(run.plan(), run.snapshot()).stream()
            .filter(wait -> wait.kind() == WaitingFor.Kind.EVENT && wait.what().equals(event.name()))
            .map(WaitingFor::step)
            .toList();
    int entries = entries();
    for (String step : waiting) {
      if (!run.caseEnds() && entries == entries()) {
        run.running(step).event(event.data());
      }
    }
  }

  private int entries() {
    return run.snapshot().entries().values().stream().mapToInt(Integer::intValue).sum();
  }

  private StepRun active(String step) {
    StepDefinition definition = run.requireActive(step);
    return run.running(definition.name());
  }
}
