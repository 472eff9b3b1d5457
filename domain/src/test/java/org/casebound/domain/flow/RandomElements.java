package org.casebound.domain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.definition.VariableDefinition.Type;
import org.casebound.domain.shared.Resolution;

/** Elements of all kinds, and the flows that they may run. */
final class RandomElements {
  private final Choices choices;
  private final List<Autolaunched> flows = new ArrayList<>();
  private int made;

  RandomElements(Choices choices) {
    this.choices = choices;
    List<VariableDefinition> variables =
        List.of(
            Definitions.variable("given", Type.TEXT, "'nothing'"),
            Definitions.variable("n", Type.NUMBER, "2"),
            Definitions.variable("bad", Type.NUMBER, ""));
    for (int i = 0; i < 3; i++) {
      List<Element> elements = new ArrayList<>(list(1));
      elements.add(new Element.Assign("count", "n", "vars.n + 1"));
      flows.add(new Autolaunched("f" + i, "f" + i, variables, elements));
    }
  }

  /** Flows of every kind, and two that only compute. */
  List<Autolaunched> flows() {
    List<Autolaunched> all = new ArrayList<>(flows);
    all.add(
        Definitions.flow(
            "holding",
            List.of(Definitions.variable("holds", Type.BOOLEAN, "")),
            Definitions.each("each", "[1, 2]", "item", Definitions.assign("holds", "vars.item == 2"))));
    all.add(
        Definitions.flow(
            "asking",
            List.of(Definitions.variable("holds", Type.BOOLEAN, "")),
            Definitions.assign("holds", "request.later == 'here'")));
    return all;
  }

  /** Elements nested up to the depth. */
  List<Element> list(int depth) {
    List<Element> list = new ArrayList<>();
    for (int i = choices.next(depth > 1 ? 10 : 4); i > 0; i--) {
      list.add(element(depth));
    }
    return list;
  }

  private Element element(int depth) {
    Element element = bare(depth);
    List<Element> onFault = depth > 0 && !choices.once(3) ? faultPath(depth - 1) : List.of();
    return onFault.isEmpty() ? element : new Element.Guarded(element, onFault);
  }

  private List<Element> faultPath(int depth) {
    List<Element> path = new ArrayList<>(list(depth));
    path.add(new Element.Assign("noted" + made, "noted" + made++, "fault.code"));
    return path;
  }

  private Element bare(int depth) {
    String name = "e" + made++;
    return switch (choices.next(depth == 0 ? 20 : 26)) {
      case 0, 1 -> new Element.CallIntegration(name, "Back_Office", Map.of("id", "request.cardId"));
      case 2 -> new Element.Assign(name, name, "case.subject");
      case 3 -> new Element.Assign(name, name, "request.later");
      case 4 -> new Element.UpdateRequest(name, Map.of("note", "'noted'"));
      case 5 -> new Element.UpdateCase(name, Map.of("subject", "'" + name + "'"));
      case 6 -> new Element.UpdateCase(name, Map.of("priority", "request.later"));
      case 7 ->
          choices.once(8)
              ? new Element.CloseCase(name, Resolution.FULFILLED, Optional.of("case.subject"))
              : new Element.Assign(name, name, "1");
      case 8 -> new Element.CallAction(name, "action", Map.of(), Map.of(name, "reply.reference"));
      case 9 -> new Element.GetRecords(name, "document", Map.of("kind", "'proof'"), 10, name);
      case 10 -> new Element.CreateRecord(name, "store", Map.of("a", "1"), Optional.of(name));
      case 11 -> new Element.UpdateRecord(name, "store", "'key'", Map.of("a", "case.subject"));
      case 12 -> new Element.Notify(name, Element.Notify.Channel.IN_APP, "'anna'", "case.subject", "'text'");
      case 13 -> new Element.WaitFor(name, choices.of(List.of("'PT1H'", "'PT0S'", "'PT1H'", "'soon'")), Optional.empty());
      case 14 -> new Element.WaitUntil(name, choices.of(List.of("'2026-01-31'", "'2026-01-31T08:00:00Z'", "'never'")));
      case 15 -> !choices.once(4) ? new Element.Assign(name, name, "'calm'") : new Element.RaiseIncident(name, "STOP", "'look at ' == case.subject");
      case 16 -> new Element.CustomError(name, "OWN", "case.subject");
      case 17 -> new Element.Assign(name, "bad", "'not a number'");
      case 18 -> new Element.WaitForEvent(name, "paid", Optional.of(name), Optional.empty(), List.of());
      case 19 -> new Element.Assign(name, name, "fault.code");
      case 20, 21 ->
          new Element.WaitForEvent(name, "paid", Optional.empty(), Optional.of("'PT1H'"), list(depth - 1));
      case 22 ->
          new Element.ForEach(
              name, choices.of(List.of("[1, 2, 3]", "[]", "case.subject")), "item" + depth, list(depth - 1));
      case 23, 24 -> subflow(name);
      default ->
          new Element.Decide(
              name,
              List.of(
                  new Element.Rule(choices.once(2) ? "case.subject == 'e1'" : "true", list(depth - 1)),
                  new Element.Rule("request.later == 'HIGH'", list(depth - 1))),
              list(depth - 1));
    };
  }

  private Element subflow(String name) {
    if (flows.isEmpty()) {
      return new Element.Assign(name, name, "'no flow yet'");
    }
    Map<String, String> input =
        choices.of(List.of(Map.of("given", "case.subject"), Map.of(), Map.of("n", "'wrong'"), Map.of("given", "request.later")));
    return new Element.Subflow(name, choices.of(flows).name(), input, Map.of("out", "n"));
  }
}
