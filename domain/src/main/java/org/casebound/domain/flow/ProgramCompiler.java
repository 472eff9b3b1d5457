package org.casebound.domain.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.shared.RuleViolation;

/** Turns trees of elements into programs. Used for one program. */
final class ProgramCompiler {
  /** Longest program; subflows count each time they are used. */
  static final int MAX_INSTRUCTIONS = 100_000;

  private final Map<String, Autolaunched> flows;
  private final boolean onlyComputes;
  private final List<Program.Line> code = new ArrayList<>();
  private final Deque<String> around = new ArrayDeque<>();
  private String prefix = "";

  /**
   * @param flows autolaunched flows by name
   * @param onlyComputes whether elements that do more than compute are refused with FLOW-008
   */
  ProgramCompiler(Map<String, Autolaunched> flows, boolean onlyComputes) {
    this.flows = flows;
    this.onlyComputes = onlyComputes;
  }

  /**
   * @throws RuleViolation FLOW-005 when subflows start each other in a circle or too deep, FLOW-011 when the program is too long,
   *     FLOW-012 when a subflow is missing
   */
  Program compile(List<Element> elements, List<VariableDefinition> variables) {
    append(elements, Place.root(variables));
    return new Program(code);
  }

  /** A program that runs one flow, whose outputs are its result. */
  Program compileRun(String flow, Map<String, String> input, List<VariableDefinition> variables) {
    appendFlow(new Element.Subflow(flow, flow, input, Map.of()), true, Place.root(variables));
    return new Program(code);
  }

  /** A program of one call, whose outputs are its result. */
  Program compileCall(Element.CallIntegration call, List<VariableDefinition> variables) {
    add(new Program.Call(call, true), Place.root(variables), call.name());
    return new Program(code);
  }

  private void append(List<Element> elements, Place place) {
    elements.forEach(element -> append(element, place));
  }

  private void append(Element element, Place place) {
    if (element instanceof Element.Guarded guarded) {
      appendGuarded(guarded, place);
    } else if (element instanceof Element.Decide decide) {
      appendDecision(decide, place);
    } else if (element instanceof Element.ForEach loop) {
      appendLoop(loop, place);
    } else if (element instanceof Element.Subflow subflow) {
      appendFlow(subflow, false, place);
    } else if (element instanceof Element.WaitForEvent wait) {
      requireMayDoMore(wait);
      int at = reserve(place, wait.name());
      append(wait.onTimeout(), place);
      code.set(at, new Program.Line(new Program.Await(wait, code.size()), place, prefix + wait.name()));
    } else {
      if (!(element instanceof Element.Assign) && !(element instanceof Element.CustomError)) {
        requireMayDoMore(element);
      }
      add(instruction(element), place, element.name());
      if (element instanceof Element.RaiseIncident) {
        add(new Program.Behind(), place, element.name());
      }
    }
  }

  private static Program.Instruction instruction(Element element) {
    if (element instanceof Element.CallIntegration call) {
      return new Program.Call(call, false);
    } else if (element instanceof Element.CallAction action) {
      return new Program.Act(action);
    } else if (element instanceof Element.GetRecords get) {
      return new Program.Find(get);
    } else if (element instanceof Element.CreateRecord create) {
      return new Program.Write(create.record(), Optional.empty(), create.values(), create.variable());
    } else if (element instanceof Element.UpdateRecord update) {
      return new Program.Write(
          update.record(), Optional.of(update.key()), update.values(), Optional.empty());
    } else if (element instanceof Element.WaitFor || element instanceof Element.WaitUntil) {
      return new Program.Wait(element);
    }
    return new Program.Do(element);
  }

  /** The fault path stands before what it guards, so that its first instruction is known. */
  private void appendGuarded(Element.Guarded guarded, Place place) {
    String name = guarded.name();
    int at = reserve(place, name);
    Place onFault = place.onFaultOf(prefix + name);
    append(guarded.onFault(), onFault);
    add(new Program.EndFault(), onFault, name);
    int exit = reserve(place, name);
    jump(at, place, name);
    append(guarded.element(), place.guardedBy(at + 1));
    jump(exit, place, name);
  }

  private void appendDecision(Element.Decide decide, Place place) {
    List<Integer> exits = new ArrayList<>();
    int first = code.size();
    for (Element.Rule rule : decide.rules()) {
      int at = reserve(place, decide.name());
      append(rule.then(), place);
      exits.add(reserve(place, decide.name()));
      Program.Instruction branch = new Program.Branch(rule.when(), code.size(), first);
      code.set(at, new Program.Line(branch, place, prefix + decide.name()));
    }
    append(decide.otherwise(), place);
    exits.forEach(exit -> jump(exit, place, decide.name()));
  }

  private void appendLoop(Element.ForEach loop, Place place) {
    int at = reserve(place, loop.name());
    Place inside = place.inLoop(prefix + loop.name(), loop);
    append(loop.body(), inside);
    add(new Program.Next(at + 1), inside, loop.name());
    code.set(at, new Program.Line(new Program.Begin(loop, code.size()), place, prefix + loop.name()));
  }

  private void appendFlow(Element.Subflow subflow, boolean toResult, Place place) {
    Autolaunched flow = flows.get(subflow.flow());
    if (flow == null) {
      throw new RuleViolation("FLOW-012", "There is no autolaunched flow '%s'; add it.".formatted(subflow.flow()));
    }
    if (around.contains(flow.name()) || around.size() >= Element.Subflow.MAX_DEPTH) {
      throw new RuleViolation(
          "FLOW-005",
          "Flow '%s' is started inside itself or more than %d flows deep: %s. Mend its subflows."
              .formatted(flow.name(), Element.Subflow.MAX_DEPTH, String.join(" in ", around)));
    }
    Place inside = place.inFlow(prefix + subflow.name(), flow);
    add(new Program.Enter(flow, subflow.input(), inside), place, subflow.name());
    String before = prefix;
    prefix = before + subflow.name() + "/";
    around.push(flow.name());
    append(flow.elements(), inside);
    around.pop();
    prefix = before;
    add(new Program.Leave(flow, subflow.output(), toResult, place), inside, subflow.name());
  }

  private int reserve(Place place, String name) {
    add(new Program.Jump(code.size()), place, name);
    return code.size() - 1;
  }

  private void jump(int from, Place place, String name) {
    code.set(from, new Program.Line(new Program.Jump(code.size()), place, prefix + name));
  }

  private void add(Program.Instruction instruction, Place place, String name) {
    if (code.size() >= MAX_INSTRUCTIONS) {
      throw new RuleViolation(
          "FLOW-011",
          "With all its subflows the flow has more than %d elements; make it shorter.".formatted(MAX_INSTRUCTIONS));
    }
    code.add(new Program.Line(instruction, place, prefix + name));
  }

  private void requireMayDoMore(Element element) {
    if (onlyComputes) {
      throw new RuleViolation(
          "FLOW-008",
          "Element '%s' can not stand in an evaluation flow; assign, decide and for-each can."
              .formatted(element.name()));
    }
  }
}
