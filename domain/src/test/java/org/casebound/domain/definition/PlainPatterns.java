package org.casebound.domain.definition;

/** Patterns as the JDK reads them; none has a problem. */
final class PlainPatterns implements TextPatterns {
  @Override
  public boolean matches(String pattern, String text) {
    return text.matches(pattern);
  }

  @Override
  public String problem(String pattern) {
    return "";
  }
}
