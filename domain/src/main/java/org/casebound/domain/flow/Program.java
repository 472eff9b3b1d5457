package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.definition.Element;

/**
 * The elements of a background step as a flat list of instructions, so that the place where a step stands is one number. A
 * published definition never changes, so neither does the number's meaning. Immutable.
 */
final class Program {
  private final List<Instruction> instructions;

  private Program(List<Instruction> instructions) {
    this.instructions = List.copyOf(instructions);
  }

  /** One instruction. */
  sealed interface Instruction {}

  /** Calls a back office; on a failure goes to {@code faultTarget}, or fails the step when that is negative. */
  record Call(Element.CallIntegration element, int faultTarget) implements Instruction {}

  /** Does an element that ends at once. */
  record Do(Element element) implements Instruction {}

  /** Goes on when the condition holds, else to {@code otherwise}. */
  record Branch(String element, String condition, int otherwise) implements Instruction {}

  /** Goes to {@code target}. */
  record Jump(int target) implements Instruction {}

  static Program of(List<Element> elements) {
    List<Instruction> code = new ArrayList<>();
    append(elements, code);
    return new Program(code);
  }

  /** Whether the position is behind the last instruction. */
  boolean endsAt(int position) {
    return position >= instructions.size();
  }

  Instruction at(int position) {
    return instructions.get(position);
  }

  private static void append(List<Element> elements, List<Instruction> code) {
    for (Element element : elements) {
      if (element instanceof Element.Guarded guarded
          && guarded.element() instanceof Element.CallIntegration call) {
        appendGuarded(call, guarded.onFault(), code);
      } else if (element instanceof Element.CallIntegration call) {
        code.add(new Call(call, -1));
      } else if (element instanceof Element.Decide decide) {
        appendDecision(decide, code);
      } else {
        code.add(new Do(element));
      }
    }
  }

  private static void appendGuarded(
      Element.CallIntegration call, List<Element> onFault, List<Instruction> code) {
    int at = code.size();
    code.add(new Call(call, at + 2));
    code.add(new Jump(at));
    append(onFault, code);
    code.set(at + 1, new Jump(code.size()));
  }

  private static void appendDecision(Element.Decide decide, List<Instruction> code) {
    List<Integer> exits = new ArrayList<>();
    for (Element.Rule rule : decide.rules()) {
      int at = code.size();
      code.add(new Jump(at));
      append(rule.then(), code);
      exits.add(code.size());
      code.add(new Jump(at));
      code.set(at, new Branch(decide.name(), rule.when(), code.size()));
    }
    append(decide.otherwise(), code);
    exits.forEach(exit -> code.set(exit, new Jump(code.size())));
  }
}
