package org.casebound.fulfillment.studio.cel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant. */
public final class Suggestion {
  private static final int LONGEST = 100;
  private static final int MOST_SHOWN = 20;

  private Suggestion() {}

  /** "Did you mean 'label'?" or "Known: label, name." or "There is none." */
  public static String of(String wrong, Collection<String> known) {
    if (known.isEmpty()) {
      return "There is none.";
    }
    Optional<String> nearest =
        known.stream()
            .filter(name -> isNear(wrong, name))
            .min(Comparator.comparingInt(name -> distance(wrong, name)));
    return nearest.map("Did you mean '%s'?"::formatted).orElseGet(() -> "Known: " + list(known) + ".");
  }

  private static boolean isNear(String wrong, String name) {
    return distance(wrong, name) <= Math.max(1, name.length() / 3)
        || wrong.length() > 2 && (name.startsWith(wrong) || wrong.startsWith(name));
  }

  private static String list(Collection<String> names) {
    List<String> sorted = names.stream().sorted().toList();
    return String.join(", ", sorted.subList(0, Math.min(MOST_SHOWN, sorted.size())))
        + (sorted.size() > MOST_SHOWN ? ", ..." : "");
  }

  /** Edits from one word to the other, without regard to case. */
  private static int distance(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
