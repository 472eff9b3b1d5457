package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.StepDefinition;

/**
 * Says what becomes of a running flow in another version of its definition. What has ended stays as history; the stage in progress
 * and its steps must be there in the new version, and a step that stands at an element goes on at the element of the same name.
 * Pure: it changes nothing.
 */
public final class FlowMigration {
  private final Plan from;
  private final Plan to;
  private final MigrationPlan plan;

  /**
   * @param from the machine of the version that the flow runs
   * @param to the machine of the version that it is to run
   */
  public FlowMigration(FlowMachine from, FlowMachine to, MigrationPlan plan) {
    this.from = from.plan();
    this.to = to.plan();
    this.plan = plan;
  }

  /**
   * What becomes of one flow.
   *
   * @param stage name of the newest stage in the new version; empty before the first one
   * @param steps begun steps of the newest run of each stage by their old name; a step that has ended and is not in the new version
   *     is not among them: it stays as it is
   * @param problems why it can not be moved, in words; empty when it can
   */
  public record Result(Optional<String> stage, Map<String, Moved> steps, List<String> problems) {
    public Result {
      steps = Map.copyOf(steps);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Where a step is in the new version.
   *
   * @param position the instruction at which it stands
   */
  public record Moved(String stage, String name, int position) {}

  /** What becomes of the flow. */
  public Result of(FlowSnapshot flow) {
    List<String> problems = new ArrayList<>();
    if (FlowState.TABLE.isFinal(flow.state())) {
      problems.add("The flow has ended.");
      return new Result(flow.stage(), Map.of(), problems);
    }
    if (from.undoing()) {
      problems.add("A flow that undoes another stays with its version.");
      return new Result(flow.stage(), Map.of(), problems);
    }
    Undo.stepsIn(flow.variables()).stream()
        .filter(step -> !to.steps().containsKey(step) || !to.undoable(step))
        .forEach(step -> problems.add("Step '%s' was completed, and the new version could not undo it under that name.".formatted(step)));
    Optional<String> stage = flow.stage().map(plan::stage);
    stage
        .filter(name -> !to.stages().containsKey(name))
        .ifPresent(name -> problems.add("The new version has no stage '%s'; say in 'stages' which one follows '%s'.".formatted(name, flow.stage().orElseThrow())));
    Map<String, Moved> steps = new LinkedHashMap<>();
    flow.steps().values().stream()
        .filter(step -> step.state() != StepState.NOT_STARTED)
        .forEach(step -> move(step, underWay(flow, step), stage, problems).ifPresent(moved -> steps.put(step.name(), moved)));
    return new Result(stage, steps, problems);
  }

  /** A step that failed and whose stage was left for its fault stage has ended, too. */
  private boolean underWay(FlowSnapshot flow, StepSnapshot step) {
    return step.open() && flow.stage().filter(stage -> stage.equals(from.stageOf().get(step.name()))).isPresent();
  }

  private Optional<Moved> move(
      StepSnapshot step, boolean underWay, Optional<String> stage, List<String> problems) {
    String name = plan.step(step.name());
    StepDefinition after = to.steps().get(name);
    if (after == null) {
      if (underWay) {
        problems.add("The new version has no step '%s'; say in 'steps' which one follows '%s'.".formatted(name, step.name()));
      }
      return Optional.empty();
    }
    String newStage = to.stageOf().get(name);
    if (!underWay) {
      return Optional.of(new Moved(newStage, name, step.position()));
    }
    if (stage.filter(newStage::equals).isEmpty()) {
      problems.add(
          "Step '%s' is under way, and is in another stage of the new version: '%s'.".formatted(step.name(), newStage));
      return Optional.empty();
    }
    return position(step, name, problems).map(position -> new Moved(newStage, name, position));
  }

  private Optional<Integer> position(StepSnapshot step, String name, List<String> problems) {
    Program before = from.programs().get(step.name());
    Program after = to.programs().get(name);
    if (before == null && after == null) {
      return Optional.of(step.position());
    } else if (before == null || after == null) {
      problems.add("Step '%s' is worked by people in one version and runs by itself in the other.".formatted(step.name()));
      return Optional.empty();
    } else if (before.endsAt(step.position())) {
      return Optional.of(after.size());
    }
    Program.Line line = before.at(step.position());
    Optional<Integer> position = positionIn(after, line);
    if (position.filter(at -> !after.endsAt(at) && isSamePlace(after.at(at), line)).isEmpty()) {
      problems.add(
          "Step '%s' stands at its element '%s', which the new version does not have there.".formatted(step.name(), line.path()));
      return Optional.empty();
    }
    return position;
  }

  /** The only element of a step that is one call has the step's name, which may have changed. */
  private static Optional<Integer> positionIn(Program program, Program.Line line) {
    boolean onlyCall = line.instruction() instanceof Program.Call call && call.toResult();
    return onlyCall
        ? Optional.of(0).filter(at -> program.at(at).instruction() instanceof Program.Call other && other.toResult())
        : program.positionOf(line.label());
  }

  /** What the step keeps of subflows, loops and faults fits only where the same lie around it. */
  private static boolean isSamePlace(Program.Line after, Program.Line before) {
    return after.place().within().equals(before.place().within());
  }
}
