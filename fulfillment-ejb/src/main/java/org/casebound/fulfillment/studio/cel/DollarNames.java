package org.casebound.fulfillment.studio.cel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The specification writes {@code $record}, {@code $prior} and {@code $fault}; CEL knows no dollar sign. Here a blank takes its
 * place, so that every other character stays where it was and errors point to the right column.
 */
final class DollarNames {
  private static final Pattern NAME = Pattern.compile("\\$(?:record|prior|fault)\\b");

  private DollarNames() {}

  /** The expression without the dollar signs of known names; inside texts and comments they stay. */
  static String plain(String expression) {
    if (expression.indexOf('$') < 0) {
      return expression;
    }
    StringBuilder plain = new StringBuilder(expression);
    Matcher name = NAME.matcher(expression);
    int at = 0;
    while (at < expression.length()) {
      int end = skipped(expression, at);
      if (end > at) {
        at = end;
      } else {
        if (expression.charAt(at) == '$' && name.region(at, expression.length()).lookingAt() && begins(expression, at)) {
          plain.setCharAt(at, ' ');
        }
        at++;
      }
    }
    return plain.toString();
  }

  /** Whether a name may begin here: not in the middle of a word, not after a dot. */
  private static boolean begins(String expression, int at) {
    String before = expression.substring(0, at).stripTrailing();
    char touching = at == 0 ? ' ' : expression.charAt(at - 1);
    return !before.endsWith(".") && !before.endsWith("$") && !Character.isLetterOrDigit(touching) && touching != '_';
  }

  /** Where the text or comment that begins here ends; the same place when none begins. */
  private static int skipped(String expression, int at) {
    char sign = expression.charAt(at);
    if (sign == '/' && expression.startsWith("//", at)) {
      int end = expression.indexOf('\n', at);
      return end < 0 ? expression.length() : end;
    }
    return sign == '\'' || sign == '"' ? text(expression, at, sign) : at;
  }

  private static int text(String expression, int at, char quote) {
    String triple = String.valueOf(quote).repeat(3);
    String closing = expression.startsWith(triple, at) ? triple : String.valueOf(quote);
    boolean raw = at > 0 && (expression.charAt(at - 1) == 'r' || expression.charAt(at - 1) == 'R');
    int i = at + closing.length();
    while (i < expression.length() && !expression.startsWith(closing, i)) {
      i += !raw && expression.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(expression.length(), i + closing.length());
  }
}
