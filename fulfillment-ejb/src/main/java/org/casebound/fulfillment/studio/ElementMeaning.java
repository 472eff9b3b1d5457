package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks the elements of one flow or step. */
final class ElementMeaning {
  private static final Set<String> LAST = Set.of("closeCase", "error");

  private final BundleIndex index;
  private final FlowVariables variables;
  private final ExpressionCheck plain;
  private final ExpressionCheck withFault;
  private final CallMeaning calls;
  private final RecordMeaning records;
  private final Problems problems;

  ElementMeaning(
      BundleIndex index,
      FlowVariables variables,
      ExpressionCheck plain,
      ExpressionCheck withFault,
      Problems problems) {
    this.index = index;
    this.variables = variables;
    this.plain = plain;
    this.withFault = withFault;
    this.calls = new CallMeaning(index, problems);
    this.records = new RecordMeaning(index, problems);
    this.problems = problems;
  }

  void check(Place elements) {
    List<Place> all = new ArrayList<>();
    flatten(elements, all);
    UniqueNames.check("element", all.stream().filter(e -> e.has("name")).toList(), problems);
    list(elements, plain, Set.of());
  }

  private static void flatten(Place elements, List<Place> all) {
    for (Place element : elements.items()) {
      all.add(element);
      ElementMapper.nested(element).forEach(inner -> flatten(inner, all));
    }
  }

  private void list(Place elements, ExpressionCheck expressions, Set<String> items) {
    List<Place> places = elements.items();
    for (int i = 0; i < places.size(); i++) {
      Place element = places.get(i);
      element(element, expressions);
      nested(element, expressions, items);
      if (i + 1 < places.size()) {
        Place next = places.get(i + 1);
        LAST.stream().filter(element::has).findFirst().ifPresent(kind -> unreachable(next, kind));
      }
    }
  }

  private void unreachable(Place element, String kind) {
    problems.at(
        element, "Nothing runs after %s.".formatted(kind), "Move it before %s, or delete it.".formatted(kind));
  }

  private void nested(Place element, ExpressionCheck expressions, Set<String> items) {
    for (Place rule : element.items("decide")) {
      list(rule.at("then"), expressions, items);
    }
    list(element.at("otherwise"), expressions, items);
    list(element.at("wait").at("onTimeout"), expressions, items);
    list(element.at("onFault"), withFault, items);
    Set<String> inside = new HashSet<>(items);
    element.text("item").ifPresent(item -> item(element.at("item"), item, inside));
    list(element.at("do"), expressions, inside);
  }

  private void item(Place place, String name, Set<String> items) {
    VariableNames.check(name, place, problems);
    if (!items.add(name)) {
      problems.at(place, "The forEach around this one calls its item '%s', too.".formatted(name), "Choose another name.");
    } else if (variables.isSetElsewhere(name)) {
      problems.at(place, "'%s' is a variable of this flow already.".formatted(name), "Choose another name.");
    }
  }

  private void element(Place element, ExpressionCheck expressions) {
    if (element.has("call")) {
      calls.integration(element, expressions);
    } else if (element.has("action")) {
      calls.action(element, expressions);
    } else if (element.has("subflow")) {
      calls.flow(element, "subflow", expressions);
      calls.outputs(element);
    }
    for (Map.Entry<String, Place> variable : element.at("assign").members()) {
      VariableNames.check(variable.getKey(), variable.getValue(), problems);
      ExpressionReport.check(expressions, variable.getValue(), variables.written(variable.getKey()), problems);
    }
    Stream.of(element.at("into"), element.at("wait").at("into"))
        .forEach(into -> into.text().ifPresent(name -> UniqueNames.speakable(into, name, problems)));
    records.check(element, expressions);
    element
        .items("decide")
        .forEach(rule -> ExpressionReport.check(expressions, rule.at("when"), ValueKind.TRUTH, problems));
    ExpressionReport.check(expressions, element.at("forEach"), ValueKind.LIST, problems);
    Stream.of("to", "subject", "text", "reason", "message")
        .forEach(key -> ExpressionReport.check(expressions, element.at(key), ValueKind.TEXT, problems));
    WaitMeaning.check(element.at("wait"), index, expressions, problems);
  }
}
