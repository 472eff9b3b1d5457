package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Expressions that give a priority: a constant text must be one. */
final class Priorities {
  private static final List<String> KNOWN = Stream.of(Priority.values()).map(Priority::name).toList();

  private Priorities() {}

  static void check(Place expression, Problems problems) {
    TextConstant.of(expression)
        .filter(text -> !KNOWN.contains(text))
        .ifPresent(
            text ->
                problems.at(expression, "'%s' is no priority.".formatted(text), Suggestion.of(text, KNOWN)));
  }
}
