package org.casebound.fulfillment.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names must be unique, and expressions must be able to say them. */
final class UniqueNames {
  private static final Set<String> UNSPEAKABLE = Set.of("in", "true", "false", "null");

  private UniqueNames() {}

  /** Names of things of one kind. */
  static void check(String kind, List<Place> places, Problems problems) {
    Map<String, Place> seen = new HashMap<>();
    for (Place place : places) {
      Place name = place.node().isObject() ? place.at("name") : place;
      name.text()
          .ifPresent(
              text -> {
                if (seen.putIfAbsent(text, name) != null) {
                  problems.at(name, "The %s '%s' is here twice.".formatted(kind, text), "Give each its own name.");
                }
              });
    }
  }

  /** A name that expressions use. */
  static void speakable(Place at, String name, Problems problems) {
    if (UNSPEAKABLE.contains(name)) {
      problems.at(at, "'%s' is a word of the expression language.".formatted(name), "Choose another name.");
    }
  }
}
