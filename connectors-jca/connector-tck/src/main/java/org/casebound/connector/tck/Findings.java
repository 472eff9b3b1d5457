package org.casebound.connector.tck;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebound.connector.api.ConformanceLevel;

/** What the checks of one run found. Used by one thread. */
final class Findings {
  private final Map<String, ConformanceLevel> missed = new TreeMap<>();
  private int seen;

  /** A check was passed, or has no meaning for this connector. */
  void passed() {
    seen++;
  }

  /** A check was not passed, or the rig can not do what it needs. */
  void missed(String check, ConformanceLevel level) {
    seen++;
    missed.put(check, level);
  }

  /** How many checks ended, in whichever way. */
  int seen() {
    return seen;
  }

  /** The highest level of which, and below which, nothing was missed. */
  ConformanceLevel level() {
    ConformanceLevel reached = ConformanceLevel.UNPROVEN;
    for (ConformanceLevel level : ConformanceLevel.values()) {
      if (missed.containsValue(level)) {
        return reached;
      }
      reached = level;
    }
    return reached;
  }

  /** One line for each check that was missed; empty when there is none. */
  String text() {
    return missed.entrySet().stream()
        .map(each -> "\n  needed for " + each.getValue() + ": " + each.getKey())
        .collect(Collectors.joining());
  }
}
