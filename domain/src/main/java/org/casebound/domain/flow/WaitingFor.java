package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;

/**
 * One thing that a flow waits for. A flow that has not ended waits for at least one.
 *
 * @param step the step that waits; empty text when the whole flow does
 * @param what the name of the thing: a step's label, an integration, an action, a kind of record, an element, an event, a stage
 */
public record WaitingFor(Kind kind, String step, String what) {
  /** Kinds of things. */
  public enum Kind {
    /** That it starts. */
    START,
    /** A person who does the work of the step. */
    PERSON,
    /** The answer of a back office, or its acknowledgement. */
    CALL,
    /** The end of an action of the installation. */
    ACTION,
    /** Records of the installation. */
    RECORDS,
    /** A time. */
    TIME,
    /** An event from outside, perhaps not for ever. */
    EVENT,
    /** A change that makes the exit condition of the stage hold. */
    EXIT,
    /** A person who decides what becomes of a failure. */
    DECISION,
    /** A person who ends the suspension. */
    RESUMPTION
  }

  static List<WaitingFor> in(Plan plan, FlowSnapshot snapshot) {
    List<WaitingFor> waits = new ArrayList<>();
    if (FlowState.TABLE.isFinal(snapshot.state())) {
      return waits;
    }
    String name = plan.definition().name();
    if (snapshot.state() == FlowState.NOT_STARTED) {
      waits.add(new WaitingFor(Kind.START, "", name));
    } else if (snapshot.state() == FlowState.SUSPENDED) {
      waits.add(new WaitingFor(Kind.RESUMPTION, "", name));
    }
    StageDefinition stage = snapshot.stage().map(plan.stages()::get).orElse(null);
    boolean failedStep = false;
    if (stage != null) {
      for (StepDefinition step : stage.steps()) {
        StepSnapshot at = snapshot.step(step.name());
        if (at.open()) {
          waits.add(of(plan, step, at));
          failedStep |= at.state() == StepState.ERROR;
        }
      }
      if (stage.exit().isPresent() && snapshot.stageState() == StageState.IN_PROGRESS) {
        waits.add(new WaitingFor(Kind.EXIT, "", stage.name()));
      }
    }
    if (snapshot.state() == FlowState.ERROR && !failedStep) {
      waits.add(new WaitingFor(Kind.DECISION, "", name));
    }
    return waits;
  }

  private static WaitingFor of(Plan plan, StepDefinition step, StepSnapshot at) {
    Program program = plan.programs().get(step.name());
    if (at.state() == StepState.ERROR) {
      return new WaitingFor(Kind.DECISION, step.name(), step.label());
    } else if (program == null) {
      return new WaitingFor(Kind.PERSON, step.name(), step.label());
    }
    Program.Line line = program.at(at.position());
    Program.Instruction instruction = line.instruction();
    if (instruction instanceof Program.Call call) {
      return new WaitingFor(Kind.CALL, step.name(), call.element().integration());
    } else if (instruction instanceof Program.Act act) {
      return new WaitingFor(Kind.ACTION, step.name(), act.element().action());
    } else if (instruction instanceof Program.Find find) {
      return new WaitingFor(Kind.RECORDS, step.name(), find.element().record());
    } else if (instruction instanceof Program.Write write) {
      return new WaitingFor(Kind.RECORDS, step.name(), write.record());
    } else if (instruction instanceof Program.Await await) {
      return new WaitingFor(Kind.EVENT, step.name(), await.element().event());
    } else if (instruction instanceof Program.Wait) {
      return new WaitingFor(Kind.TIME, step.name(), line.path());
    }
    throw new IllegalStateException("step '%s' stands at %s and waits for nothing".formatted(step.name(), line));
  }
}
