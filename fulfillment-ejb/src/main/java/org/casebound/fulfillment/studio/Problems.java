package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in one file. Not thread-safe; one for each reading. */
final class Problems {
  private static final int MOST = 200;
  private static final int ENOUGH = 1000;
  private static final int LONGEST_MESSAGE = 2000;

  private final String file;
  private final YamlDocument document;
  private final List<BundleProblem> found = new ArrayList<>();
  private final Set<String> ill = new HashSet<>();
  private final NavigableSet<String> places = new TreeSet<>();

  Problems(String file, YamlDocument document) {
    this.file = file;
    this.document = document;
  }

  /** Something is wrong with the value. */
  void at(Place place, String message, String mend) {
    add(document.value(place.pointer()), place.pointer(), message, mend);
  }

  /** Something is wrong with the name of the value. */
  void atKey(Place place, String message, String mend) {
    add(document.key(place.pointer()), place.pointer(), message, mend);
  }

  /** Something is wrong inside the text of the value. */
  void inside(Place place, int line, int column, String message, String mend) {
    add(document.inside(place.pointer(), line, column), place.pointer(), message, mend);
  }

  /** Whether the value has the wrong form, so that nothing more is to be said about it. */
  boolean isIll(Place place) {
    return ill.contains(place.pointer());
  }

  void markIll(Place place) {
    ill.add(place.pointer());
  }

  /** Whether nothing was found in the value so far. */
  boolean isClean(Place place) {
    String inside = place.pointer() + "/";
    @Nullable String next = places.ceiling(inside);
    return !places.contains(place.pointer()) && (next == null || !next.startsWith(inside));
  }

  /** Whether so much is wrong that costly checks may end: no more than {@value #MOST} are shown. */
  boolean areEnough() {
    return found.size() >= ENOUGH;
  }

  private void add(Position position, String pointer, String message, String mend) {
    places.add(pointer);
    found.add(new BundleProblem(file, position.line(), position.column(), pointer, shown(message), shown(mend)));
  }

  private static String shown(String text) {
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "..." : text;
  }

  /** All problems in the order of the file, each once, at most {@value #MOST}. */
  List<BundleProblem> inOrder() {
    return found.stream()
        .distinct()
        .sorted(Comparator.comparingInt(BundleProblem::line).thenComparingInt(BundleProblem::column))
        .limit(MOST)
        .toList();
  }
}
