package org.casebound.fulfillment.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.library.VersionComparison.ComparedLine;

/**
 * Puts two texts side by side, line by line: as many lines as possible stand beside an equal one. Where both texts differ over
 * thousands of lines, the whole part counts as replaced, which keeps the effort bounded.
 */
final class TextLines {
  private static final long MOST_PAIRS = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<ComparedLine> rows = new ArrayList<>();

  private TextLines(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The rows of both texts. */
  static List<ComparedLine> sideBySide(String before, String after) {
    TextLines texts = new TextLines(before.lines().toList(), after.lines().toList());
    texts.compare();
    return texts.rows;
  }

  private void compare() {
    int begin = 0;
    int shorter = Math.min(before.size(), after.size());
    while (begin < shorter && before.get(begin).equals(after.get(begin))) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    before.subList(0, begin).forEach(this::same);
    middle(before.subList(begin, before.size() - end), after.subList(begin, after.size() - end));
    before.subList(before.size() - end, before.size()).forEach(this::same);
  }

  private void middle(List<String> removed, List<String> added) {
    if ((long) removed.size() * added.size() > MOST_PAIRS) {
      replace(removed, added);
      return;
    }
    int[][] common = common(removed, added);
    int i = 0;
    int j = 0;
    int from = 0;
    int to = 0;
    while (i < removed.size() && j < added.size()) {
      if (removed.get(i).equals(added.get(j))) {
        replace(removed.subList(from, i), added.subList(to, j));
        same(removed.get(i));
        from = ++i;
        to = ++j;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    replace(removed.subList(from, removed.size()), added.subList(to, added.size()));
  }

  /** How many lines the rests of both lists have in common, from each pair of places on. */
  private static int[][] common(List<String> removed, List<String> added) {
    int[][] common = new int[removed.size() + 1][added.size() + 1];
    for (int i = removed.size() - 1; i >= 0; i--) {
      for (int j = added.size() - 1; j >= 0; j--) {
        common[i][j] =
            removed.get(i).equals(added.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void replace(List<String> removed, List<String> added) {
    for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
      rows.add(new ComparedLine(at(removed, i), at(added, i)));
    }
  }

  private static Optional<String> at(List<String> lines, int index) {
    return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }

  private void same(String line) {
    rows.add(new ComparedLine(Optional.of(line), Optional.of(line)));
  }
}
