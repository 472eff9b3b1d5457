package org.casebound.domain.shared;

import java.util.regex.Pattern;

/**
 * The name by which definitions refer to each other: letters, digits and single underscores, starts with a letter, does not
 * end with an underscore, 1 to 80 characters (specification, section A).
 */
public final class ApiName {
  /** The rule as a regular expression; the published JSON Schema uses the same text. */
  public static final String PATTERN = "[A-Za-z](_?[A-Za-z0-9])*";

  /** Longest permitted name, in characters. */
  public static final int MAX_LENGTH = 80;

  private static final Pattern COMPILED = Pattern.compile(PATTERN);

  private ApiName() {}

  /**
   * Returns {@code name} when it is a valid API name.
   *
   * @throws RuleViolation NAME-001 otherwise
   */
  public static String require(String name) {
    if (name.length() > MAX_LENGTH || !COMPILED.matcher(name).matches()) {
      throw new RuleViolation(
          "NAME-001",
          "'%s' is not an API name: use letters, digits and single underscores, start with a letter, at most %d characters."
              .formatted(name, MAX_LENGTH));
    }
    return name;
  }
}
