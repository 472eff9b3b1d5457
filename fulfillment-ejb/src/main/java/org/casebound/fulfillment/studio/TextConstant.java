package org.casebound.fulfillment.studio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions that are no more than a text in quotes: what they say is known when they are published. */
final class TextConstant {
  private static final Pattern QUOTED = Pattern.compile("\\s*+(?:'([^'\\\\]*+)'|\"([^\"\\\\]*+)\")\\s*+");

  private TextConstant() {}

  /** The text, when the expression is one. */
  static Optional<String> of(Place expression) {
    return expression.text().flatMap(TextConstant::of);
  }

  static Optional<String> of(String expression) {
    Matcher quoted = QUOTED.matcher(expression);
    return quoted.matches()
        ? Optional.of(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))
        : Optional.empty();
  }
}
