package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.shared.Resolution;

/** Any flow that may be published, and some whose conditions can not be evaluated until somebody mends the request. */
final class RandomDefinitions {
  /** An attribute that a request has only after it was mended. */
  static final String LATER = "later";

  private final Choices choices;
  private int elements;

  RandomDefinitions(Choices choices) {
    this.choices = choices;
  }

  Orchestration orchestration() {
    int count = 1 + choices.next(4);
    List<StageDefinition> stages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stages.add(
          new StageDefinition(
              "s" + i,
              "Stage " + i,
              steps(i),
              branches(count),
              Optional.empty(),
              Optional.empty(),
              StageDefinition.DEFAULT_MAX_ENTRIES));
    }
    return Definitions.orchestration(stages.toArray(StageDefinition[]::new));
  }

  private List<StepDefinition> steps(int stage) {
    int count = 1 + choices.next(4);
    List<StepDefinition> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "s" + stage + "_" + i;
      StepDefinition step = choices.once(2) ? Definitions.work(name) : background(name);
      List<String> after =
          steps.stream().map(StepDefinition::name).filter(earlier -> choices.once(3)).toList();
      steps.add(
          new StepDefinition(
              name,
              name,
              after,
              when(stage).map(Criterion.Condition::new),
              step.work(),
              Optional.empty(),
              List.of()));
    }
    return steps;
  }

  private StepDefinition background(String name) {
    return Definitions.background(name, elements(2).toArray(Element[]::new));
  }

  private Optional<String> when(int stage) {
    return switch (choices.next(8)) {
      case 1 -> Optional.of("steps.s%d_0.outcome == 'approved'".formatted(stage));
      case 2 -> Optional.of("steps.s0_0.outcome != 'approved'");
      case 3 -> Optional.of("request.later == 'here'");
      case 4 -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  private List<StageDefinition.Branch> branches(int stages) {
    List<StageDefinition.Branch> branches = new ArrayList<>();
    for (int i = choices.next(4); i > 1; i--) {
      Optional<String> target = choices.once(4) ? Optional.empty() : Optional.of("s" + choices.next(stages));
      branches.add(new StageDefinition.Branch(condition(), target));
    }
    return branches;
  }

  private Optional<String> condition() {
    return switch (choices.next(5)) {
      case 1 -> Optional.of("steps.s0_0.outcome == 'rejected'");
      case 2 -> Optional.of("request.later == 'here'");
      case 3 -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  /** Elements of a background step, nested up to the depth. */
  List<Element> elements(int depth) {
    List<Element> made = new ArrayList<>();
    for (int i = choices.next(4); i > 0; i--) {
      made.add(element(depth));
    }
    return made;
  }

  private static Element guarded(Element element, List<Element> onFault) {
    return onFault.isEmpty() ? element : new Element.Guarded(element, onFault);
  }

  private Element element(int depth) {
    String name = "e" + elements++;
    return switch (choices.next(depth == 0 ? 8 : 10)) {
      case 0, 1 -> new Element.CallIntegration(name, "Back_Office", Map.of("id", "request.cardId"));
      case 2 -> new Element.Assign(name, name, "case.subject");
      case 3 -> new Element.Assign(name, name, "request.later");
      case 4 -> new Element.UpdateRequest(name, Map.of("note", "'noted'"));
      case 5 -> new Element.UpdateCase(name, Map.of("subject", "'" + name + "'"));
      case 6 -> new Element.UpdateCase(name, Map.of("priority", "request.later"));
      case 7 ->
          choices.once(3)
              ? new Element.CloseCase(name, Resolution.FULFILLED, Optional.of("case.subject"))
              : new Element.Assign(name, name, "1");
      case 8 -> 
          guarded(new Element.CallIntegration(name, "Back_Office", Map.of()), elements(depth - 1));
      default ->
          new Element.Decide(
              name,
              List.of(new Element.Rule(choices.once(2) ? "case.subject == 'e1'" : "true", elements(depth - 1))),
              elements(depth - 1));
    };
  }
}
