package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.casebound.domain.shared.RuleViolation;

/**
 * Why the engine refuses something, in the visitor's language. The engine speaks English; its sentences are known by their code, and the names
 * and numbers in them are found by their place. A sentence that nobody has translated is said in English. Thread-safe.
 */
@ApplicationScoped
public class Refusals {
  private static final String BUNDLE = "org.casebound.web.console.refusals";

  private Texts texts;

  protected Refusals() {}

  @Inject
  Refusals(Texts texts) {
    this.texts = texts;
  }

  /** The reason with its code, e.g. {@code lead has claimed "Verify address proof". (WORK-001)}. */
  String of(RuleViolation refused) {
    return of(refused.code(), refused.getMessage());
  }

  /** The same for a reason that is known by its code and its English sentence. */
  String of(String code, String english) {
    return texts.of("notice.refused", in(texts.locale(), code, english), code);
  }

  static String in(Locale locale, String code, String english) {
    ResourceBundle said = bundle(Locale.ENGLISH);
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? english
        : Stream.of(code, code + ".2")
            .filter(said::containsKey)
            .flatMap(key -> parts(said.getString(key), english).map(parts -> new MessageFormat(bundle(locale).getString(key), locale).format(parts)).stream())
            .findFirst()
            .orElse(english);
  }

  /** What stands at the places of the pattern; empty when the sentence is another one. */
  private static Optional<Object[]> parts(String pattern, String sentence) {
    ParsePosition read = new ParsePosition(0);
    Object[] parts = new MessageFormat(pattern, Locale.ENGLISH).parse(sentence, read);
    return parts == null || read.getIndex() < sentence.length() ? Optional.empty() : Optional.of(parts);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Refusals.class.getClassLoader());
  }
}
