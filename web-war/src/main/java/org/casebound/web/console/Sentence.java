package org.casebound.web.console;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that the engine says in English, and each language knows by its key: it is found by its words, and the names and numbers in it by
 * their place.
 *
 * @param bundle name of the texts that have it
 * @param key its name in them
 * @param pattern finds it
 * @param places numbers of the places in it, in their order
 * @param words how many characters are its own
 */
record Sentence(String bundle, String key, Pattern pattern, List<Integer> places, int words) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final int MOST_PLACES = 10;

  /** All sentences of a bundle, the one with most words first: it is the most exact. */
  static List<Sentence> of(String bundle) {
    ResourceBundle english = texts(bundle, Locale.ENGLISH);
    return english.keySet().stream()
        .map(key -> of(bundle, key, english.getString(key).replace("''", "'")))
        .sorted(Comparator.comparingInt(Sentence::words).reversed().thenComparing(Sentence::key))
        .toList();
  }

  private static Sentence of(String bundle, String key, String english) {
    StringBuilder regex = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int end = 0;
    int words = 0;
    for (MatchResult place : PLACE.matcher(english).results().toList()) {
      regex.append(Pattern.quote(english.substring(end, place.start()))).append("(.+?)");
      words += place.start() - end;
      places.add(Integer.valueOf(place.group(1)));
      end = place.end();
    }
    regex.append(Pattern.quote(english.substring(end)));
    return new Sentence(bundle, key, Pattern.compile(regex.toString(), Pattern.DOTALL), List.copyOf(places), words + english.length() - end);
  }

  /**
   * The same in another language; empty when it is another sentence.
   *
   * @param part what becomes of what stands at a place
   */
  Optional<String> in(Locale locale, String english, Part part) {
    Matcher found = pattern.matcher(english);
    if (!found.matches()) {
      return Optional.empty();
    }
    Object[] parts = new Object[MOST_PLACES];
    for (int i = 0; i < places.size(); i++) {
      parts[places.get(i)] = part.said(places.get(i), found.group(i + 1));
    }
    return Optional.of(new MessageFormat(texts(bundle, locale).getString(key), locale).format(parts));
  }

  /** What is said of what stands at a place of a sentence. */
  interface Part {
    String said(int place, String english);

    /** The same at each place. */
    static Part each(UnaryOperator<String> said) {
      return (place, english) -> said.apply(english);
    }
  }

  private static ResourceBundle texts(String bundle, Locale locale) {
    return ResourceBundle.getBundle(bundle, locale, Sentence.class.getClassLoader());
  }
}
