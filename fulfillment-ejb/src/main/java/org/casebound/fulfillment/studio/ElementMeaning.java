package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.Suggestion;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks the elements of one flow or step. */
final class ElementMeaning {
  private static final Pattern CONSTANT = Pattern.compile("'[^'\\\\]*+'|\"[^\"\\\\]*+\"");

  private final BundleIndex index;
  private final ExpressionCheck plain;
  private final ExpressionCheck withFault;
  private final Problems problems;

  ElementMeaning(BundleIndex index, ExpressionCheck plain, ExpressionCheck withFault, Problems problems) {
    this.index = index;
    this.plain = plain;
    this.withFault = withFault;
    this.problems = problems;
  }

  void check(Place elements) {
    List<Place> all = new ArrayList<>();
    flatten(elements, all);
    UniqueNames.check("element", all.stream().filter(e -> e.has("name")).toList(), problems);
    list(elements, plain);
  }

  private static void flatten(Place elements, List<Place> all) {
    for (Place element : elements.items()) {
      all.add(element);
      ElementMapper.nested(element).forEach(inner -> flatten(inner, all));
    }
  }

  private void list(Place elements, ExpressionCheck expressions) {
    List<Place> items = elements.items();
    for (int i = 0; i < items.size(); i++) {
      element(items.get(i), expressions);
      if (items.get(i).has("closeCase") && i + 1 < items.size()) {
        problems.at(items.get(i + 1), "Nothing runs after closeCase.", "Move it before closeCase, or delete it.");
      }
    }
  }

  private void element(Place element, ExpressionCheck expressions) {
    call(element, expressions);
    element
        .at("assign")
        .members()
        .forEach(
            variable -> {
              VariableNames.check(variable.getKey(), variable.getValue(), problems);
              ExpressionReport.check(expressions, variable.getValue(), ValueKind.ANY, problems);
            });
    element.at("updateRequest").members().forEach(m -> attribute(m.getKey(), m.getValue(), expressions));
    element
        .at("updateCase")
        .members()
        .forEach(field -> ExpressionReport.check(expressions, field.getValue(), ValueKind.TEXT, problems));
    priority(element.at("updateCase").at("priority"));
    for (Place rule : element.items("decide")) {
      ExpressionReport.check(expressions, rule.at("when"), ValueKind.TRUTH, problems);
      list(rule.at("then"), expressions);
    }
    list(element.at("otherwise"), expressions);
    list(element.at("onFault"), withFault);
    ExpressionReport.check(expressions, element.at("reason"), ValueKind.TEXT, problems);
  }

  private void priority(Place value) {
    List<String> priorities = Stream.of(Priority.values()).map(Priority::name).toList();
    value
        .text()
        .filter(text -> CONSTANT.matcher(text).matches())
        .map(text -> text.substring(1, text.length() - 1))
        .filter(text -> !priorities.contains(text))
        .ifPresent(
            text ->
                problems.at(
                    value, "'%s' is no priority.".formatted(text), Suggestion.of(text, priorities)));
  }

  private void attribute(String name, Place value, ExpressionCheck expressions) {
    Place attribute = index.attributes().get(name);
    if (attribute == null) {
      problems.atKey(
          value, "The request has no attribute '%s'.".formatted(name), Suggestion.of(name, index.attributes().keySet()));
      return;
    }
    if (attribute.has("binding")) {
      problems.atKey(
          value,
          "'%s' is a base attribute: its value is a field of the case.".formatted(name),
          "Use 'updateCase' instead.");
    }
    ExpressionReport.check(expressions, value, BundleIndex.kind(attribute), problems);
  }

  private void call(Place element, ExpressionCheck expressions) {
    if (!element.has("call")) {
      return;
    }
    References.check("integration", element.at("call"), index.integrations().keySet(), problems);
    element
        .at("input")
        .members()
        .forEach(input -> ExpressionReport.check(expressions, input.getValue(), ValueKind.ANY, problems));
    element.text("call").map(index.integrations()::get).ifPresent(integration -> inputs(element, integration));
  }

  private void inputs(Place element, Place integration) {
    Set<String> wanted =
        integration.items("inputs").stream()
            .flatMap(input -> input.text().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    element.at("input").members().stream()
        .filter(input -> !wanted.contains(input.getKey()))
        .forEach(
            input ->
                problems.atKey(
                    input.getValue(),
                    "The integration has no input '%s'.".formatted(input.getKey()),
                    Suggestion.of(input.getKey(), wanted)));
    Set<String> missing = new TreeSet<>(wanted);
    element.at("input").members().forEach(input -> missing.remove(input.getKey()));
    if (!missing.isEmpty()) {
      problems.at(
          element.has("input") ? element.at("input") : element,
          "The call leaves out: %s.".formatted(String.join(", ", missing)),
          "Give an expression for each under 'input'.");
    }
  }
}
