package org.casebound.fulfillment.studio;

import org.casebound.fulfillment.studio.cel.ExpressionCheck;
import org.casebound.fulfillment.studio.cel.ValueKind;

/** Checks an expression that stands in a bundle. */
final class ExpressionReport {
  private ExpressionReport() {}

  static void check(ExpressionCheck check, Place place, ValueKind expected, Problems problems) {
    if (problems.isIll(place) || problems.areEnough()) {
      return;
    }
    place
        .text()
        .ifPresent(
            text ->
                check
                    .check(text, expected)
                    .forEach(
                        problem ->
                            problems.inside(
                                place, problem.line(), problem.column(), problem.message(), problem.mend())));
  }
}
