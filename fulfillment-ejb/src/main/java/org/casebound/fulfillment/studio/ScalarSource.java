package org.casebound.fulfillment.studio;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * How a text was written in YAML, so that a place in the text can be found in the file. Exact for texts on one line and for literal
 * blocks; elsewhere (folded lines, escapes) the beginning of the text.
 *
 * @param start where the scalar begins, its quote or block sign included
 * @param exact whether the characters stand in the file as they are
 * @param style how it is quoted
 * @param indent spaces before each line of a literal block
 */
record ScalarSource(Position start, boolean exact, ScalarStyle style, int indent) {
  static ScalarSource of(Position start, ScalarStyle style, String text, Lines lines) {
    if (style == ScalarStyle.LITERAL) {
      String first = lines.line(start.line() + 1);
      return new ScalarSource(start, !first.isBlank(), style, first.length() - first.stripLeading().length());
    }
    int from = start.column() - 1 + (style == ScalarStyle.PLAIN ? 0 : 1);
    int begin = lines.offset(start.line(), from);
    return new ScalarSource(start, lines.line(start.line()).startsWith(text, begin), style, 0);
  }

  /**
   * @param line line in the text, counted from 1
   * @param column column in that line, counted from 0
   */
  Position position(int line, int column) {
    if (!exact) {
      return start;
    }
    if (style == ScalarStyle.LITERAL) {
      return new Position(start.line() + line, indent + column + 1);
    }
    int quote = style == ScalarStyle.PLAIN ? 0 : 1;
    return new Position(start.line(), start.column() + quote + column);
  }
}
