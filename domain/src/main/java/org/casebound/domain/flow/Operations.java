package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;

/** What is done to a whole flow: starting it, and what people decide about it. */
final class Operations {
  private final FlowRun run;

  Operations(FlowRun run) {
    this.run = run;
  }

  /** Whether the event was one of these. */
  boolean handle(FlowEvent event) {
    if (event instanceof FlowEvent.Started) {
      FlowRun.require(run.snapshot().state() == FlowState.NOT_STARTED, "the flow has begun already");
      run.add(new Decision.FlowStarted());
      run.stages().begin();
    } else if (event instanceof FlowEvent.Rechecked) {
      FlowRun.require(!FlowState.TABLE.isFinal(run.snapshot().state()), "the flow has ended");
    } else if (event instanceof FlowEvent.Canceled canceled) {
      cancel(canceled.reason());
    } else if (event instanceof FlowEvent.Suspended suspended) {
      FlowRun.require(run.snapshot().state() == FlowState.IN_PROGRESS, "the flow is not in progress");
      run.add(new Decision.FlowSuspended(suspended.reason()));
    } else if (event instanceof FlowEvent.Resumed) {
      FlowRun.require(run.snapshot().state() == FlowState.SUSPENDED, "the flow is not suspended");
      run.add(new Decision.SuspensionEnded());
    } else if (event instanceof FlowEvent.SentBack back) {
      run.stages().sendBack(back.stage(), back.reason());
    } else if (event instanceof FlowEvent.DataCorrected corrected) {
      correct(corrected);
    } else if (event instanceof FlowEvent.StepSkipped skipped) {
      skip(skipped);
    } else if (event instanceof FlowEvent.StepRetried retried) {
      requireFailed(retried.step());
      run.add(new Decision.StepResumed(retried.step()));
      resumeFlow();
      run.running(retried.step()).goOn();
    } else if (event instanceof FlowEvent.FlowRetried) {
      FlowRun.require(run.snapshot().state() == FlowState.ERROR, "the flow has not failed");
      resumeFlow();
      if (run.snapshot().stage().isEmpty()) {
        run.stages().begin();
      }
    } else {
      return false;
    }
    return true;
  }

  private void cancel(String reason) {
    FlowRun.require(!FlowState.TABLE.isFinal(run.snapshot().state()), "the flow has ended");
    run.stage()
        .ifPresent(
            stage -> {
              for (StepDefinition step : stage.steps()) {
                if (run.snapshot().step(step.name()).open()) {
                  run.add(new Decision.StepCanceled(step.name(), reason));
                }
              }
              if (!StageState.TABLE.isFinal(run.snapshot().stageState())) {
                run.add(new Decision.StageCanceled(stage.name()));
              }
            });
    List<String> undo = run.plan().undoing() ? List.of() : Undo.stepsIn(run.snapshot().variables());
    run.add(new Decision.FlowCanceled(reason, undo));
  }

  private void correct(FlowEvent.DataCorrected corrected) {
    FlowRun.require(!FlowState.TABLE.isFinal(run.snapshot().state()), "the flow has ended");
    FlowVariables.correct(run, corrected.variables());
    if (!corrected.request().isEmpty()) {
      run.add(new Decision.RequestUpdated(corrected.request()));
    }
  }

  private void skip(FlowEvent.StepSkipped skipped) {
    requireFailed(skipped.step());
    Map<String, Object> data = new LinkedHashMap<>(skipped.data());
    data.keySet().removeIf(name -> name.startsWith(StepSnapshot.KEPT));
    data.put(StepSnapshot.BY, skipped.by());
    run.complete(skipped.step(), skipped.outcome(), skipped.reason(), data);
    resumeFlow();
  }

  private void requireFailed(String step) {
    FlowRun.require(
        run.snapshot().state() == FlowState.ERROR
            && run.snapshot().step(step).state() == StepState.ERROR
            && run.stage().filter(stage -> stage.name().equals(run.plan().stageOf().get(step))).isPresent(),
        "step '%s' has not failed".formatted(step));
  }

  private void resumeFlow() {
    boolean stillFailed =
        run.stage().map(StageDefinition::steps).orElse(List.of()).stream()
            .anyMatch(step -> run.snapshot().step(step.name()).state() == StepState.ERROR);
    if (!stillFailed) {
      run.add(new Decision.FlowResumed());
    }
  }
}
