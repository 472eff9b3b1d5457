package org.casebound.domain.flow;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;

/**
 * The elements of a step as a flat list of instructions, subflows expanded in their places, so that the point where a step stands
 * is one number. A published definition never changes, so neither does the number's meaning. Immutable.
 */
final class Program {
  private final List<Line> lines;
  private final Map<String, Integer> positions;

  Program(List<Line> lines) {
    this.lines = List.copyOf(lines);
    Map<String, Integer> byLabel = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      byLabel.putIfAbsent(lines.get(i).label(), i);
    }
    this.positions = Collections.unmodifiableMap(byLabel);
  }

  /**
   * One instruction with where it belongs.
   *
   * @param path names of the elements around it that are subflows, and of its element, with slashes
   */
  record Line(Instruction instruction, Place place, String path) {
    /** Name of the element alone. */
    String element() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Tells the instructions of one element apart that a step can stand at; all rules of a decision count as one. */
    String label() {
      return instruction.getClass().getSimpleName() + " " + path;
    }
  }

  /** One instruction. */
  sealed interface Instruction {}

  /** Calls a back office; with {@code toResult} its outputs are those of the step, too. */
  record Call(Element.CallIntegration element, boolean toResult) implements Instruction {}

  /** Runs an action of the installation. */
  record Act(Element.CallAction element) implements Instruction {}

  /** Asks for records. */
  record Find(Element.GetRecords element) implements Instruction {}

  /** Creates or changes a record. */
  record Write(
      String record, Optional<String> key, Map<String, String> values, Optional<String> variable)
      implements Instruction {}

  /** Waits for a time: a {@link Element.WaitFor} or {@link Element.WaitUntil}. */
  record Wait(Element element) implements Instruction {}

  /** Waits for an event; its time-out path follows, and ends before {@code behind}. */
  record Await(Element.WaitForEvent element, int behind) implements Instruction {}

  /** Does an element that ends at once. */
  record Do(Element element) implements Instruction {}

  /** Goes on when the condition holds, else to {@code otherwise}; {@code first} is the first rule of the decision. */
  record Branch(String condition, int otherwise, int first) implements Instruction {}

  /** Goes to {@code target}. */
  record Jump(int target) implements Instruction {}

  /** Begins a loop, or goes to {@code end} when there is no item. */
  record Begin(Element.ForEach element, int end) implements Instruction {}

  /** Goes on with the next item at {@code start}, or ends the loop. */
  record Next(int start) implements Instruction {}

  /** Begins a subflow with variables of its own; {@code inside} is the place of its elements. */
  record Enter(Autolaunched flow, Map<String, String> input, Place inside) implements Instruction {}

  /** Ends a subflow; its outputs become variables at {@code outside}, or the result of the step when that has asked for them. */
  record Leave(Autolaunched flow, Map<String, String> output, boolean toResult, Place outside)
      implements Instruction {}

  /** Ends a fault path. */
  record EndFault() implements Instruction {}

  /** Where a step stands that was stopped by an element and goes on behind it. */
  record Behind() implements Instruction {}

  /** Whether the position is behind the last instruction. */
  boolean endsAt(int position) {
    return position >= lines.size();
  }

  Line at(int position) {
    return lines.get(position);
  }

  /** The first instruction of that label. */
  Optional<Integer> positionOf(String label) {
    return Optional.ofNullable(positions.get(label));
  }

  /** The paths of all elements, each once. */
  List<String> paths() {
    return lines.stream().map(Line::path).distinct().toList();
  }

  int size() {
    return lines.size();
  }
}
