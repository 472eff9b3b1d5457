package org.casebound.domain.flow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.FulfillmentFlowDefinition.RecordTriggered;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.shared.Resolution;

/** Definitions for tests, in few words. */
final class Definitions {
  private static final TriggerDefinition FILED =
      TriggerDefinition.FILED;

  private Definitions() {}

  static RecordTriggered straight(Element... elements) {
    return new RecordTriggered("straight", "Straight", FILED, List.of(), List.of(elements));
  }

  static Orchestration orchestration(StageDefinition... stages) {
    return new Orchestration("flow", "Flow", FILED, List.of(), List.of(stages));
  }

  static StageDefinition stage(String name, StepDefinition... steps) {
    return new StageDefinition(
        name, name, List.of(steps), List.of(), Optional.empty(), Optional.empty(), StageDefinition.DEFAULT_MAX_ENTRIES);
  }

  static StageDefinition branching(StageDefinition stage, StageDefinition.Branch... next) {
    return new StageDefinition(
        stage.name(), stage.label(), stage.steps(), List.of(next), stage.exit(), stage.faultStage(), stage.maxEntries());
  }

  static StageDefinition exiting(StageDefinition stage, Criterion exit) {
    return new StageDefinition(
        stage.name(), stage.label(), stage.steps(), stage.next(), Optional.of(exit), stage.faultStage(), stage.maxEntries());
  }

  static StageDefinition faultTo(StageDefinition stage, String faultStage) {
    return new StageDefinition(
        stage.name(), stage.label(), stage.steps(), stage.next(), stage.exit(), Optional.of(faultStage), stage.maxEntries());
  }

  static StageDefinition entered(StageDefinition stage, int maxEntries) {
    return new StageDefinition(
        stage.name(), stage.label(), stage.steps(), stage.next(), stage.exit(), stage.faultStage(), maxEntries);
  }

  static StageDefinition.Branch when(String condition, String stage) {
    return new StageDefinition.Branch(Optional.of(condition), Optional.of(stage));
  }

  static StageDefinition.Branch otherwise(String stage) {
    return new StageDefinition.Branch(Optional.empty(), Optional.of(stage));
  }

  static StageDefinition.Branch otherwiseEnd() {
    return new StageDefinition.Branch(Optional.empty(), Optional.empty());
  }

  static StepDefinition background(String name, Element... elements) {
    return new StepDefinition(
        name,
        name,
        List.of(),
        Optional.empty(),
        new StepDefinition.Background(List.of(elements)),
        Optional.empty(),
        List.of());
  }

  /** A step of any kind of work. */
  static StepDefinition step(String name, StepDefinition.Work work) {
    return new StepDefinition(name, name, List.of(), Optional.empty(), work, Optional.empty(), List.of());
  }

  static StepDefinition endingWhen(StepDefinition step, Criterion endsWhen) {
    return new StepDefinition(
        step.name(), step.label(), step.after(), step.when(), step.work(), Optional.of(endsWhen), step.undo());
  }

  static StepDefinition startingWhen(StepDefinition step, Criterion when) {
    return new StepDefinition(
        step.name(), step.label(), step.after(), Optional.of(when), step.work(), step.endsWhen(), step.undo());
  }

  static StepDefinition undoneBy(StepDefinition step, Element... undo) {
    return new StepDefinition(
        step.name(), step.label(), step.after(), step.when(), step.work(), step.endsWhen(), List.of(undo));
  }

  static Criterion condition(String expression) {
    return new Criterion.Condition(expression);
  }

  static Autolaunched flow(String name, List<VariableDefinition> variables, Element... elements) {
    return new Autolaunched(name, name, variables, List.of(elements));
  }

  static VariableDefinition variable(String name, VariableDefinition.Type type, String defaultValue) {
    return new VariableDefinition(
        name, type, Optional.of(defaultValue).filter(text -> !text.isEmpty()), true, true);
  }

  static Map<String, Autolaunched> byName(Autolaunched... flows) {
    Map<String, Autolaunched> byName = new LinkedHashMap<>();
    Arrays.stream(flows).forEach(flow -> byName.put(flow.name(), flow));
    return byName;
  }

  static Element subflow(String name, String flow, Map<String, String> input, Map<String, String> output) {
    return new Element.Subflow(name, flow, input, output);
  }

  static Element guarded(Element element, Element... onFault) {
    return new Element.Guarded(element, List.of(onFault));
  }

  static Element each(String name, String in, String item, Element... body) {
    return new Element.ForEach(name, in, item, List.of(body));
  }

  /** Work with everything that decides who does it. */
  static StepDefinition work(
      String name, String assignee, StepDefinition.Separation separation, Optional<StepDefinition.Quorum> quorum) {
    StepDefinition.Interactive plain = (StepDefinition.Interactive) work(name).work();
    return step(
        name,
        new StepDefinition.Interactive(
            plain.queue(),
            Optional.of(assignee).filter(text -> !text.isEmpty()),
            plain.instructions(),
            plain.outcomes(),
            plain.fields(),
            plain.checks(),
            separation,
            quorum,
            Optional.empty(),
            Optional.empty(),
            false));
  }

  static StepDefinition work(String name) {
    List<StepDefinition.Outcome> outcomes =
        List.of(
            new StepDefinition.Outcome("approved", "Approve", false, false),
            new StepDefinition.Outcome("rejected", "Reject", true, false));
    return new StepDefinition(
        name,
        name,
        List.of(),
        Optional.empty(),
        new StepDefinition.Interactive(
            "queue",
            Optional.empty(),
            "",
            outcomes,
            List.of(),
            StepDefinition.Checks.NONE,
            StepDefinition.Separation.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false),
        Optional.empty(),
        List.of());
  }

  static StepDefinition after(StepDefinition step, String... names) {
    return new StepDefinition(
        step.name(), step.label(), Arrays.asList(names), step.when(), step.work(), step.endsWhen(), step.undo());
  }

  static StepDefinition onlyWhen(StepDefinition step, String condition) {
    return new StepDefinition(
        step.name(),
        step.label(),
        step.after(),
        Optional.of(new Criterion.Condition(condition)),
        step.work(),
        step.endsWhen(),
        step.undo());
  }

  static Element call(String name, Element... onFault) {
    Element.CallIntegration call = new Element.CallIntegration(name, "Back_Office", Map.of());
    return onFault.length == 0 ? call : new Element.Guarded(call, List.of(onFault));
  }

  static Element callWith(String name, String input, String expression) {
    return new Element.CallIntegration(name, "Back_Office", Map.of(input, expression));
  }

  static Element assign(String variable, String expression) {
    return new Element.Assign("assign_" + variable, variable, expression);
  }

  static Element updateCase(String field, String expression) {
    return new Element.UpdateCase("update_" + field, Map.of(field, expression));
  }

  static Element decide(String condition, Element then, Element otherwise) {
    return new Element.Decide(
        "decide", List.of(new Element.Rule(condition, List.of(then))), List.of(otherwise));
  }

  static Element close(Resolution resolution, String reason) {
    return new Element.CloseCase("close_" + resolution.name().toLowerCase(java.util.Locale.ROOT), resolution, Optional.of(reason));
  }

  static Map<String, Object> values(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
