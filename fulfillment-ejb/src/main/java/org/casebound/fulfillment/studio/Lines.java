package org.casebound.fulfillment.studio;

import java.util.HashMap;
import java.util.Map;

/**
 * The lines of a text, where places are counted in characters of Unicode. Looking up many places of one long line takes no longer
 * than those of many short ones. Not thread-safe.
 */
final class Lines {
  private final String[] lines;
  private final Map<Integer, int[]> offsets = new HashMap<>();

  Lines(String text) {
    this.lines = text.split("\r\n|\r|\n", -1);
  }

  /** The line of that number, counted from 1; an empty one behind the last. */
  String line(int number) {
    return number <= lines.length ? lines[number - 1] : "";
  }

  /** Where in the line, as Java counts, the character of that number begins; its end when there are not so many. */
  int offset(int number, int characters) {
    String line = line(number);
    int[] known = offsets.computeIfAbsent(number, n -> offsets(line));
    if (known.length == 0) {
      return Math.min(characters, line.length());
    }
    return characters < known.length ? known[characters] : line.length();
  }

  /** The beginnings of all characters; nothing when each is one of Java's. */
  private static int[] offsets(String line) {
    if (line.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return new int[0];
    }
    int[] offsets = new int[line.codePointCount(0, line.length())];
    int at = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += Character.charCount(line.codePointAt(at));
    }
    return offsets;
  }
}
