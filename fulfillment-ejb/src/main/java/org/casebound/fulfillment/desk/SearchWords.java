package org.casebound.fulfillment.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person typed into a search box, as words: letters and digits, in lower case. */
public final class SearchWords {
  private static final int MOST = 6;
  private static final int LONGEST = 60;

  private SearchWords() {}

  /** At most {@value #MOST} words of at most {@value #LONGEST} characters; the rest is left out. */
  public static List<String> of(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
        .limit(MOST)
        .toList();
  }
}
