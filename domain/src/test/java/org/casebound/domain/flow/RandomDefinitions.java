package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.definition.VariableDefinition.Type;

/** Any flow that may be published, and some whose conditions can not be evaluated until somebody mends the request. */
final class RandomDefinitions {
  /** An attribute that a request has only after it was mended. */
  static final String LATER = "later";

  private final Choices choices;
  private final RandomElements elements;

  RandomDefinitions(Choices choices) {
    this.choices = choices;
    this.elements = new RandomElements(choices);
  }

  /** Flows that others may run. */
  List<Autolaunched> flows() {
    return elements.flows();
  }

  List<Element> elements(int depth) {
    return elements.list(depth);
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
              choices.once(8) ? Optional.of(criterion(i)) : Optional.empty(),
              choices.once(4) ? Optional.of("s" + choices.next(count)) : Optional.empty(),
              choices.once(4) ? 2 : StageDefinition.DEFAULT_MAX_ENTRIES));
    }
    List<VariableDefinition> variables =
        choices.once(4)
            ? List.of(Definitions.variable("n", Type.NUMBER, "1"), Definitions.variable("reference", Type.NUMBER, ""))
            : List.of();
    Orchestration made = Definitions.orchestration(stages.toArray(StageDefinition[]::new));
    return new Orchestration(made.name(), made.label(), made.trigger(), variables, made.stages());
  }

  private List<StepDefinition> steps(int stage) {
    int count = 1 + choices.next(4);
    List<StepDefinition> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "s" + stage + "_" + i;
      List<String> after =
          steps.stream().map(StepDefinition::name).filter(earlier -> choices.once(3)).toList();
      steps.add(
          new StepDefinition(
              name,
              name,
              after,
              choices.once(3) ? Optional.of(criterion(stage)) : Optional.empty(),
              work(name),
              choices.once(6) ? Optional.of(criterion(stage)) : Optional.empty(),
              choices.once(4) ? List.of(Definitions.call("undo_" + name)) : List.of()));
    }
    return steps;
  }

  private StepDefinition.Work work(String name) {
    return switch (choices.next(7)) {
      case 0, 1 -> interactive(name);
      case 2 -> new StepDefinition.RunFlow(choices.of(flows()).name(), Map.of("given", "case.subject"));
      case 3 -> new StepDefinition.CallOut("Back_Office", Map.of("id", "request.cardId"));
      default -> new StepDefinition.Background(elements.list(2));
    };
  }

  private StepDefinition.Work interactive(String name) {
    List<String> others = choices.once(3) ? List.of("s0_0") : List.of();
    return Definitions.work(
            name,
            choices.of(List.of("", "'user:anna'", "'queue:fast'", "request.later", "'robot:x'")),
            new StepDefinition.Separation(choices.once(3), others),
            choices.once(3) ? Optional.of(new StepDefinition.Quorum(2, "approved")) : Optional.empty())
        .work();
  }

  private Criterion criterion(int stage) {
    return switch (choices.next(8)) {
      case 1 -> Definitions.condition("steps.s%d_0.outcome == 'approved'".formatted(stage));
      case 2 -> Definitions.condition("steps.s0_0.outcome != 'approved'");
      case 3 -> Definitions.condition("request.later == 'here'");
      case 4 -> Definitions.condition("false");
      case 5 -> new Criterion.Evaluation("holding");
      case 6 -> new Criterion.Evaluation("asking");
      default -> Definitions.condition("true");
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
}
