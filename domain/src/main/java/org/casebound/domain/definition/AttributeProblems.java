package org.casebound.domain.definition;

import java.util.Collection;

/** The sentences about attributes that are unknown or missing. */
final class AttributeProblems {
  private static final int LONGEST_NAME_SHOWN = 80;

  private AttributeProblems() {}

  static AttributeProblem unknown(String base, String name, Collection<String> known) {
    String shown = name.length() > LONGEST_NAME_SHOWN ? name.substring(0, LONGEST_NAME_SHOWN) + "..." : name;
    String mend =
        known.isEmpty() ? "Nothing may be given here." : "Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
    return new AttributeProblem(
        pointer(base, name), "ATTR-001", "'%s' is not known here. %s".formatted(shown, mend));
  }

  static AttributeProblem missing(String base, AttributeDefinition attribute) {
    return new AttributeProblem(
        pointer(base, attribute.name()),
        "ATTR-002",
        "%s is required (%s).".formatted(attribute.label(), AttributeRules.expected(attribute)));
  }

  static String pointer(String base, String name) {
    return base + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
