package org.casebound.domain.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.shared.RuleViolation;

/**
 * Goes through a program until something must be waited for, it ends or it fails. Elements that only compute are done here; the
 * others are left to {@link #effect}.
 */
abstract class Walk {
  /** Instead of a position: the walk is over for now. */
  static final int STOP = -1;

  protected final FlowRun run;
  protected final Program program;
  protected final Memory memory;
  private Map<String, Object> result = Map.of();

  Walk(FlowRun run, Program program, Memory memory) {
    this.run = run;
    this.program = program;
    this.memory = memory;
  }

  /**
   * Does what an instruction asks for besides computing.
   *
   * @return the next position, or {@link #STOP}
   */
  protected abstract int effect(Program.Line line, int position);

  /** A variable outside all subflows gets a value. */
  protected abstract void setVariable(String name, Object value);

  /** Whether nothing may follow. */
  protected abstract boolean stopped();

  protected abstract void ended();

  /** The walk comes to the line. */
  protected void reached(Program.Line line) {}

  /** The walk failed where no fault path helps. */
  protected abstract void failed(int position, String code, String message, boolean refusing);

  protected abstract void faultTaken(Program.Line line, String code, String message);

  /** What expressions see of the flow, with these variables. */
  protected abstract Map<String, Object> facts(Map<String, Object> variables);

  final void walk(int from) {
    int position = from;
    while (position != STOP && !stopped() && !program.endsAt(position)) {
      position = next(position);
    }
    if (position != STOP) {
      ended();
    }
  }

  private int next(int position) {
    if (!run.takeInstruction()) {
      failed(
          position,
          "FLOW-013",
          "The flow did more than %d elements without waiting for anything; make its lists shorter. A retry goes on where it stopped."
              .formatted(FlowRun.MAX_INSTRUCTIONS_PER_EVENT),
          false);
      return STOP;
    }
    reached(program.at(position));
    try {
      return doAt(position);
    } catch (RuleViolation violation) {
      return fault(position, violation.code(), String.valueOf(violation.getMessage()), false);
    }
  }

  /** What stands at the position has failed: the innermost fault path around it follows, or the walk fails. */
  protected final int fault(int position, String code, String message, boolean refusing) {
    Program.Line line = program.at(position);
    int handler = line.place().handler();
    if (handler < 0) {
      // Whoever mends the data of a decision may have made an earlier rule hold.
      failed(line.instruction() instanceof Program.Branch branch ? branch.first() : position, code, message, refusing);
      return STOP;
    }
    Place path = program.at(handler).place();
    memory.cutTo(path.scopes(), path.loops(), path.faults() - 1);
    memory.addFault(Map.of("code", code, "message", message, "element", line.element()));
    faultTaken(line, code, message);
    return handler;
  }

  private int doAt(int position) {
    Program.Line line = program.at(position);
    Place place = line.place();
    Program.Instruction instruction = line.instruction();
    if (instruction instanceof Program.Do simple) {
      return doSimple(simple.element(), line, position);
    } else if (instruction instanceof Program.Branch branch) {
      return run.expressions().holds(branch.condition(), facts(place)) ? position + 1 : branch.otherwise();
    } else if (instruction instanceof Program.Jump jump) {
      return jump.target();
    } else if (instruction instanceof Program.Begin loop) {
      List<?> items = items(loop.element(), place);
      if (items.isEmpty()) {
        return loop.end();
      }
      memory.beginLoop(items);
    } else if (instruction instanceof Program.Next loop) {
      return memory.nextItem() ? loop.start() : position + 1;
    } else if (instruction instanceof Program.Enter enter) {
      memory.enterScope(variables(enter, values(enter.input(), place)));
    } else if (instruction instanceof Program.Leave leave) {
      leave(leave);
    } else if (instruction instanceof Program.EndFault) {
      memory.cutTo(place.scopes(), place.loops(), place.faults() - 1);
    } else if (!(instruction instanceof Program.Behind)) {
      return effect(line, position);
    }
    return position + 1;
  }

  private int doSimple(Element element, Program.Line line, int position) {
    if (element instanceof Element.Assign assign) {
      assign(line.place(), assign.variable(), value(assign.value(), line.place()));
      return position + 1;
    } else if (element instanceof Element.CustomError error) {
      return fault(position, error.code(), String.valueOf(value(error.message(), line.place())), true);
    }
    return effect(line, position);
  }

  private List<?> items(Element.ForEach loop, Place place) {
    Object found = value(loop.in(), place);
    if (found instanceof List<?> list && list.size() <= Element.ForEach.MAX_ITEMS) {
      return list;
    }
    throw new RuleViolation(
        "FLOW-007",
        "For-each '%s' needs a list of at most %d items; '%s' is none."
            .formatted(loop.name(), Element.ForEach.MAX_ITEMS, loop.in()));
  }

  private Map<String, Object> variables(Program.Enter enter, Map<String, Object> given) {
    Map<String, Object> scope = new LinkedHashMap<>();
    for (VariableDefinition variable : enter.flow().variables()) {
      Object value =
          given.containsKey(variable.name())
              ? given.get(variable.name())
              : FlowVariables.first(variable, run.expressions(), () -> facts(scope));
      scope.put(variable.name(), VariableTypes.checked(variable, value));
    }
    given.forEach(scope::putIfAbsent);
    return scope;
  }

  private void leave(Program.Leave leave) {
    Map<String, Object> scope = memory.scope();
    Place outside = leave.outside();
    Map<String, Object> outputs = new LinkedHashMap<>();
    leave.output()
        .forEach(
            (variable, output) ->
                outputs.put(
                    variable,
                    VariableTypes.checked(
                        outside.declared().get(variable), scope.getOrDefault(output, ""))));
    if (leave.toResult()) {
      Map<String, Object> all = new LinkedHashMap<>();
      leave.flow().variables().stream()
          .filter(VariableDefinition::output)
          .forEach(variable -> all.put(variable.name(), scope.getOrDefault(variable.name(), "")));
      result = all;
    }
    memory.cutTo(outside.scopes(), outside.loops(), outside.faults());
    outputs.forEach((variable, value) -> assign(outside, variable, value));
  }

  protected final void assign(Place place, String variable, Object value) {
    Object checked = VariableTypes.checked(place.declared().get(variable), value);
    if (place.scopes() == 0) {
      setVariable(variable, checked);
    } else {
      memory.assign(variable, checked);
    }
  }

  protected final Map<String, Object> values(Map<String, String> expressions, Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    expressions.forEach((name, text) -> values.put(name, value(text, place)));
    return values;
  }

  protected final Object value(String expression, Place place) {
    return run.expressions().value(expression, facts(place));
  }

  protected final String text(String expression, Place place) {
    return String.valueOf(value(expression, place));
  }

  protected final Map<String, Object> facts(Place place) {
    Map<String, Object> facts = facts(variables(place));
    if (place.seesFault()) {
      facts.put("fault", memory.fault());
    }
    return facts;
  }

  private Map<String, Object> variables(Place place) {
    Map<String, Object> scope = place.scopes() == 0 ? Facts.variables(run.snapshot()) : memory.scope();
    if (place.items().isEmpty()) {
      return scope;
    }
    Map<String, Object> withItems = new LinkedHashMap<>(scope);
    place.items().forEach((name, loop) -> withItems.put(name, memory.item(loop)));
    return withItems;
  }

  /** What the program put out. */
  protected final Map<String, Object> result() {
    return result;
  }

  protected final void result(Map<String, Object> outputs) {
    result = outputs;
  }
}
