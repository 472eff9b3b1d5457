package org.casebound.domain.flow;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.casebound.domain.cases.Case;
import org.casebound.domain.definition.Element;
import org.casebound.domain.shared.RuleViolation;

/** Runs the elements of one step until it waits for an answer, ends or fails. */
final class StepRun extends Walk {
  /** Outcome of a background step that ran to its end. */
  static final String DONE = "done";

  private final String step;

  StepRun(FlowRun run, Program program, String step) {
    super(run, program, Memory.of(run.snapshot().step(step).data()));
    this.step = step;
  }

  /** Runs on where the step stands. */
  void goOn() {
    walk(position());
  }

  /** The back office or the action did what the step asked. */
  void done(Map<String, Object> outputs) {
    Program.Line line = line();
    if (line.instruction() instanceof Program.Call call) {
      answer(
          position -> {
            outputs.forEach((name, value) -> assign(line.place(), name, value));
            if (call.toResult()) {
              result(outputs);
            }
            return position + 1;
          });
    } else if (line.instruction() instanceof Program.Act act) {
      answer(
          position -> {
            Map<String, Object> facts = facts(line.place());
            facts.put("reply", outputs);
            Map<String, Object> mapped = new LinkedHashMap<>();
            act.element().output().forEach((name, text) -> mapped.put(name, run.expressions().value(text, facts)));
            mapped.forEach((name, value) -> assign(line.place(), name, value));
            return position + 1;
          });
    } else {
      throw FlowRun.refusal("step '%s' has not called anybody".formatted(step));
    }
  }

  /** The records are there. */
  void answered(Object value) {
    Program.Line line = line();
    if (line.instruction() instanceof Program.Find find) {
      answer(
          position -> {
            assign(line.place(), find.element().variable(), value);
            return position + 1;
          });
    } else if (line.instruction() instanceof Program.Write write) {
      answer(
          position -> {
            write.variable().ifPresent(name -> assign(line.place(), name, value));
            return position + 1;
          });
    } else {
      throw FlowRun.refusal("step '%s' has not asked for records".formatted(step));
    }
  }

  /** Whoever was asked refused. */
  void refused(String code, String message) {
    Program.Instruction at = line().instruction();
    FlowRun.require(
        !(at instanceof Program.Wait) && !(at instanceof Program.Await),
        "step '%s' has not called anybody".formatted(step));
    answer(position -> fault(position, code, message, false));
  }

  void broken(String code, String message) {
    failed(position(), code, message, false);
  }

  /** The time has come for which that element waits. */
  void timer(String element) {
    Program.Line line = line();
    FlowRun.require(
        line.path().equals(element)
            && (line.instruction() instanceof Program.Wait || line.instruction() instanceof Program.Await),
        "step '%s' does not wait at '%s'".formatted(step, element));
    answer(position -> position + 1);
  }

  /** The event for which the step waits has happened. */
  void event(Map<String, Object> data) {
    Program.Line line = line();
    Program.Await await = (Program.Await) line.instruction();
    answer(
        position -> {
          await.element().variable().ifPresent(name -> assign(line.place(), name, data));
          return await.behind();
        });
  }

  private void answer(IntUnaryOperator what) {
    int position = position();
    int next;
    try {
      next = what.applyAsInt(position);
    } catch (RuleViolation violation) {
      next = fault(position, violation.code(), String.valueOf(violation.getMessage()), false);
    }
    walk(next);
  }

  @Override
  protected int effect(Program.Line line, int position) {
    Program.Instruction instruction = line.instruction();
    Place place = line.place();
    String path = line.path();
    if (instruction instanceof Program.Call call) {
      Map<String, Object> input = values(call.element().input(), place);
      return park(new Decision.CallPlaced(step, position, path, call.element().integration(), input));
    } else if (instruction instanceof Program.Act act) {
      Map<String, Object> input = values(act.element().input(), place);
      return park(new Decision.ActionPlaced(step, position, path, act.element().action(), input));
    } else if (instruction instanceof Program.Find find) {
      Element.GetRecords get = find.element();
      Map<String, Object> where = values(get.where(), place);
      return park(new Decision.RecordsWanted(step, position, path, get.record(), where, get.limit()));
    } else if (instruction instanceof Program.Write write) {
      return park(
          new Decision.RecordWritten(
              step,
              position,
              path,
              write.record(),
              write.key().map(text -> value(text, place)),
              values(write.values(), place)));
    } else if (instruction instanceof Program.Await await) {
      Element.WaitForEvent wait = await.element();
      return park(
          new Decision.EventAwaited(
              step,
              position,
              path,
              wait.event(),
              wait.timeout().map(text -> WaitTimes.duration(value(text, place), path))));
    } else if (instruction instanceof Program.Wait wait) {
      return begin(waitTime(wait.element(), line), path, position);
    }
    return change(((Program.Do) instruction).element(), line, position);
  }

  private WaitTime waitTime(Element element, Program.Line line) {
    if (element instanceof Element.WaitFor wait) {
      Duration duration = WaitTimes.duration(value(wait.duration(), line.place()), line.path());
      return new WaitTime.For(duration, wait.calendar());
    }
    Object time = value(((Element.WaitUntil) element).time(), line.place());
    return new WaitTime.Until(WaitTimes.instant(time, line.path()));
  }

  private int begin(WaitTime time, String path, int position) {
    return time instanceof WaitTime.For wait && wait.duration().isZero()
        ? position + 1
        : park(new Decision.WaitBegun(step, position, path, time));
  }

  /** Elements that end at once and change something outside the step. */
  private int change(Element element, Program.Line line, int position) {
    Place place = line.place();
    if (element instanceof Element.UpdateRequest update) {
      run.add(new Decision.RequestUpdated(values(update.values(), place)));
    } else if (element instanceof Element.UpdateCase update) {
      Map<String, Object> values = values(update.values(), place);
      values.forEach(Case::requireValid);
      run.add(new Decision.CaseUpdated(values));
    } else if (element instanceof Element.CloseCase close) {
      run.add(new Decision.CaseClosed(close.resolution(), close.reason().map(text -> text(text, place)).orElse("")));
    } else if (element instanceof Element.Notify notify) {
      run.add(
          new Decision.Notified(
              step, notify.channel(), text(notify.to(), place), text(notify.subject(), place), text(notify.text(), place)));
    } else if (element instanceof Element.RaiseIncident incident) {
      String message = text(incident.message(), place);
      keep();
      run.stages().stop(step, position + 1, incident.code(), message, false);
      return STOP;
    } else {
      throw new IllegalArgumentException("not an element that ends at once: " + element);
    }
    return position + 1;
  }

  private int park(Decision decision) {
    keep();
    run.add(decision);
    return STOP;
  }

  private void keep() {
    if (memory.takeChanged()) {
      run.add(new Decision.StepKept(step, memory.asData()));
    }
  }

  @Override
  protected void reached(Program.Line line) {
    run.listener().reached(step, line.path());
  }

  @Override
  protected void setVariable(String name, Object value) {
    run.add(new Decision.VariableSet(name, value));
  }

  @Override
  protected boolean stopped() {
    return run.caseEnds();
  }

  @Override
  protected void ended() {
    run.complete(step, DONE, "", result());
  }

  @Override
  protected void failed(int position, String code, String message, boolean refusing) {
    keep();
    run.stages().stepFailed(step, position, code, message, refusing);
  }

  @Override
  protected void faultTaken(Program.Line line, String code, String message) {
    run.add(new Decision.FaultTaken(step, line.path(), code, message));
  }

  @Override
  protected Map<String, Object> facts(Map<String, Object> variables) {
    return Facts.of(run.snapshot(), run.stepFacts(step), variables);
  }

  private Program.Line line() {
    return program.at(position());
  }

  private int position() {
    return run.snapshot().step(step).position();
  }
}
