package org.casebound.fulfillment.studio;

import java.util.Collection;
import org.casebound.fulfillment.studio.cel.Suggestion;

/** Names of things that must exist. */
final class References {
  private References() {}

  /** The name that stands at the place. */
  static void check(String kind, Place name, Collection<String> known, Problems problems) {
    name.text().ifPresent(text -> check(kind, name, text, known, problems));
  }

  /** A name that the place holds. */
  static void check(String kind, Place place, String name, Collection<String> known, Problems problems) {
    if (!problems.isIll(place) && !known.contains(name)) {
      problems.at(place, "There is no %s '%s'.".formatted(kind, name), Suggestion.of(name, known));
    }
  }
}
