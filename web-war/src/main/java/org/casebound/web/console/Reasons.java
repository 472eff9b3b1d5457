package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something is as it is, in the visitor's language. The engine keeps its reasons in English; its own sentences are known by their words,
 * and the names and numbers in them are found by their place. What people and back offices said is shown as they said it. Thread-safe.
 */
@Named
@ApplicationScoped
public class Reasons {
  private static final String BUNDLE = "org.casebound.web.console.reasons";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  /** The place at which another sentence stands. */
  private static final int SENTENCE = 9;
  /** A code and what it is about, as steps and tries keep their failures. */
  private static final Pattern CODED = Pattern.compile("([A-Z][A-Z0-9_]+(?:-\\d{3})?): (.+)", Pattern.DOTALL);
  /** The one with most words first: it is the most exact. */
  private static final List<Sentence> SENTENCES =
      ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, Reasons.class.getClassLoader()).keySet().stream()
          .map(Sentence::of)
          .sorted(Comparator.comparingInt(Sentence::words).reversed().thenComparing(Sentence::key))
          .toList();

  private Texts texts;

  protected Reasons() {}

  @Inject
  Reasons(Texts texts) {
    this.texts = texts;
  }

  /** A sentence of the engine. */
  public String of(String english) {
    return in(texts.locale(), english);
  }

  /** A sentence of the engine whose code is kept beside it. */
  public String of(String code, String english) {
    return in(texts.locale(), code, english);
  }

  static String in(Locale locale, String english) {
    if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
      return english;
    }
    return SENTENCES.stream()
        .flatMap(sentence -> sentence.parts(english).stream().map(parts -> said(locale, sentence.key(), parts)))
        .findFirst()
        .orElseGet(() -> coded(locale, english));
  }

  private static String in(Locale locale, String code, String english) {
    String refusal = Refusals.in(locale, code, english);
    return refusal.equals(english) ? in(locale, english) : refusal;
  }

  private static String said(Locale locale, String key, Object[] parts) {
    if (parts[SENTENCE] instanceof String inner) {
      parts[SENTENCE] = in(locale, inner);
    }
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, Reasons.class.getClassLoader()).getString(key);
    return new MessageFormat(pattern, locale).format(parts);
  }

  private static String coded(Locale locale, String english) {
    Matcher parts = CODED.matcher(english);
    return parts.matches() ? parts.group(1) + ": " + in(locale, parts.group(1), parts.group(2)) : english;
  }

  /**
   * A sentence that the engine says.
   *
   * @param places numbers of the places in it, in their order
   * @param words how many characters are its own
   */
  private record Sentence(String key, Pattern pattern, List<Integer> places, int words) {
    static Sentence of(String key) {
      String english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, Reasons.class.getClassLoader()).getString(key).replace("''", "'");
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
      return new Sentence(key, Pattern.compile(regex.toString(), Pattern.DOTALL), List.copyOf(places), words + english.length() - end);
    }

    Optional<Object[]> parts(String sentence) {
      Matcher found = pattern.matcher(sentence);
      if (!found.matches()) {
        return Optional.empty();
      }
      Object[] parts = new Object[SENTENCE + 1];
      for (int i = 0; i < places.size(); i++) {
        parts[places.get(i)] = found.group(i + 1);
      }
      return Optional.of(parts);
    }
  }
}
