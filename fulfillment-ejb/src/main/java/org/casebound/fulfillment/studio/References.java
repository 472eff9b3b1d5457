package org.casebound.fulfillment.studio;

import java.util.Collection;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Names of things that must exist. */
final class References {
  private References() {}

  static void check(String kind, Place name, Collection<String> known, Problems problems) {
    if (!problems.isIll(name)) {
      name.text()
          .filter(text -> !known.contains(text))
          .ifPresent(
              text ->
                  problems.at(
                      name, "There is no %s '%s'.".formatted(kind, text), Suggestion.of(text, known)));
    }
  }
}
