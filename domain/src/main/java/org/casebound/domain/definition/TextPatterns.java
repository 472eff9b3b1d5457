package org.casebound.domain.definition;

/**
 * Matches texts with the regular expressions of definitions. Implementations are thread-safe and take time linear in the text,
 * whatever the expression is.
 */
public interface TextPatterns {
  /**
   * Whether the whole text matches.
   *
   * @param pattern expression in RE2 syntax that {@link #problem} accepts
   */
  boolean matches(String pattern, String text);

  /** Why the expression can not be used; empty text: it can. */
  String problem(String pattern);
}
