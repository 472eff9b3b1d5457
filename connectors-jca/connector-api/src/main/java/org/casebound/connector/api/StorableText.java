package org.casebound.connector.api;

/**
 * Texts that come from outside, as every database keeps them. A back office may send U+0000 or half of a surrogate pair in its JSON;
 * PostgreSQL refuses both, and its answer could never be recorded.
 */
final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** The text; what can not be stored is replaced by U+FFFD. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == 0 || Character.isSurrogate(each)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().map(each -> isStorable(each) ? each : REPLACEMENT).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Surrogates that make a pair are one code point, and none of these. */
  private static boolean isStorable(int codePoint) {
    return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }
}
