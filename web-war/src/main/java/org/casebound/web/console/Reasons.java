package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something is as it is, in the visitor's language. The engine keeps its reasons in English; its own sentences are known by their words,
 * and the names and numbers in them are found by their place. What people and back offices said is shown as they said it. Thread-safe.
 */
@Named
@ApplicationScoped
public class Reasons {
  /** The place at which another sentence stands. */
  private static final int SENTENCE = 9;
  /** A code and what it is about, as steps and tries keep their failures. */
  private static final Pattern CODED = Pattern.compile("([A-Z][A-Z0-9_]+(?:-\\d{3})?): (.+)", Pattern.DOTALL);
  private static final List<Sentence> SENTENCES = Sentence.of("org.casebound.web.console.reasons");

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
        .flatMap(sentence -> sentence.in(locale, english, (place, part) -> place == SENTENCE ? in(locale, part) : part).stream())
        .findFirst()
        .orElseGet(() -> coded(locale, english));
  }

  private static String in(Locale locale, String code, String english) {
    String refusal = Refusals.in(locale, code, english);
    return refusal.equals(english) ? in(locale, english) : refusal;
  }

  private static String coded(Locale locale, String english) {
    Matcher parts = CODED.matcher(english);
    return parts.matches() ? parts.group(1) + ": " + in(locale, parts.group(1), parts.group(2)) : english;
  }
}
