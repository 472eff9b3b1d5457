package org.casebound.fulfillment.studio;

import java.util.regex.Pattern;

/**
 * Expressions of a duration or a time, where the plain text of one may stand for itself: {@code PT2H} and {@code 2026-12-24} are
 * written without the quotes that a text constant needs elsewhere. As CEL, neither could mean anything else.
 */
final class TimeText {
  private static final Pattern DURATION = Pattern.compile("-?P[0-9DTHMS.]+");
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+Z-]+)?");

  private TimeText() {}

  static boolean isPlain(String text) {
    return DURATION.matcher(text).matches() || TIME.matcher(text).matches();
  }

  /** The text as CEL. */
  static String expression(String text) {
    return isPlain(text) ? "'" + text + "'" : text;
  }
}
