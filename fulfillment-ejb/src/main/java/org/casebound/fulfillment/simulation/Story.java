package org.casebound.fulfillment.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Scenario;

/** Hands out what a scenario says, each thing in the order in which it is asked for. Not thread-safe. */
final class Story {
  private final Scenario scenario;
  private final Map<String, Integer> asked = new HashMap<>();

  Story(Scenario scenario) {
    this.scenario = scenario;
  }

  /** What a person does with the next work item of the step. */
  Scenario.Decided work(String step) {
    List<Scenario.Decided> told = scenario.work().stream().filter(work -> work.step().equals(step)).toList();
    int turn = turn("work", step);
    return turn < told.size() ? told.get(turn) : Scenario.Decided.byDefault(step);
  }

  /** What the next question is answered; the last answer is repeated, and without any there is none. */
  Optional<Scenario.Answer> answer(Scenario.Target of, String name) {
    List<Scenario.Answer> told =
        scenario.answers().stream().filter(answer -> answer.of() == of && answer.name().equals(name)).toList();
    int turn = turn(of.name(), name);
    return told.isEmpty() ? Optional.empty() : Optional.of(told.get(Math.min(turn, told.size() - 1)));
  }

  private int turn(String kind, String name) {
    return asked.merge(kind + " " + name, 1, Integer::sum) - 1;
  }
}
