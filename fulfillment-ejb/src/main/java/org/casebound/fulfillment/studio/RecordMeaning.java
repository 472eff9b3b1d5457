package org.casebound.fulfillment.studio;

import java.util.Set;
import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.Suggestion;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks elements that read and change records. */
final class RecordMeaning {
  private static final String CASE = "case";
  private static final Set<String> OWN = Set.of(CASE, "document", "workItem");

  private final BundleIndex index;
  private final Problems problems;

  RecordMeaning(BundleIndex index, Problems problems) {
    this.index = index;
    this.problems = problems;
  }

  void check(Place element, ExpressionCheck expressions) {
    element.at("updateRequest").members().forEach(m -> attribute(m.getKey(), m.getValue(), expressions));
    element
        .at("updateCase")
        .members()
        .forEach(field -> ExpressionReport.check(expressions, field.getValue(), ValueKind.TEXT, problems));
    Priorities.check(element.at("updateCase").at("priority"), problems);
    for (String key : Set.of("where", "values")) {
      element
          .at(key)
          .members()
          .forEach(field -> ExpressionReport.check(expressions, field.getValue(), ValueKind.ANY, problems));
    }
    ExpressionReport.check(expressions, element.at("key"), ValueKind.ANY, problems);
    created(element);
    element
        .text("updateRecord")
        .filter(OWN::contains)
        .ifPresent(
            record ->
                problems.at(
                    element.at("updateRecord"),
                    "A %s is not changed by updateRecord.".formatted(record),
                    "Use updateCase or updateRequest, or name a record store of the installation."));
  }

  private void created(Place element) {
    String record = element.text("createRecord").orElse("");
    if (record.equals(CASE) && !element.at("values").has("process")) {
      problems.at(
          element.at("values"),
          "It is not said of which process the case is.",
          "Give 'process', e.g. process: \"'Block_Credit_Card'\".");
    } else if (OWN.contains(record) && !record.equals(CASE)) {
      problems.at(
          element.at("createRecord"),
          "A %s is not made by createRecord.".formatted(record),
          "Use 'case', or name a record store of the installation.");
    }
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
}
