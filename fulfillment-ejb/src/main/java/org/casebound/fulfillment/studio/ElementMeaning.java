package org.casebound.fulfillment.studio;

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
    List<Place> named = Elements.deep(elements).stream().filter(element -> element.has("name")).toList();
    UniqueNames.check("element", named, problems);
    list(elements, plain, Set.of());
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
      outputs(element);
    }
    for (Map.Entry<String, Place> variable : element.at("assign").members()) {
      VariableNames.check(variable.getKey(), variable.getValue(), problems);
      ExpressionReport.check(expressions, variable.getValue(), variables.written(variable.getKey()), problems);
    }
    into(element.at("into"), element.has("getRecords") ? ValueKind.LIST : ValueKind.ANY);
    into(element.at("wait").at("into"), ValueKind.MAP);
    records.check(element, expressions);
    element
        .items("decide")
        .forEach(rule -> ExpressionReport.check(expressions, rule.at("when"), ValueKind.TRUTH, problems));
    ExpressionReport.check(expressions, element.at("forEach"), ValueKind.LIST, problems);
    Stream.of("to", "subject", "text", "reason", "message")
        .forEach(key -> ExpressionReport.check(expressions, element.at(key), ValueKind.TEXT, problems));
    Addressee.check(element.at("to"), index, problems);
    WaitMeaning.check(element.at("wait"), index, expressions, problems);
  }

  /** Outputs of a subflow go into variables that may hold them. */
  private void outputs(Place element) {
    Map<String, ValueKind> given =
        element.text("subflow").map(index.flows()::get).map(FlowVariables::declared).orElse(Map.of());
    for (Map.Entry<String, Place> output : element.at("output").members()) {
      ValueKind kind = output.getValue().text().map(given::get).orElse(ValueKind.ANY);
      takes(output.getValue(), output.getKey(), kind);
    }
  }

  private void into(Place into, ValueKind taken) {
    into.text().ifPresent(name -> takes(into, name, taken));
  }

  /** The variable takes a value of the kind. */
  private void takes(Place place, String name, ValueKind taken) {
    UniqueNames.speakable(place, name, problems);
    ValueKind declared = variables.written(name);
    if (taken != ValueKind.ANY && declared != ValueKind.ANY && declared != taken) {
      problems.at(
          place,
          "The variable '%s' holds %s, but takes %s here.".formatted(name, declared.words(), taken.words()),
          "Change its type, or name another variable.");
    }
  }
}
