package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.intake.RequestRefused.Problem;

/**
 * Why the engine refuses something, in the visitor's language. The engine speaks English; its sentences are known by their code, and the names
 * and numbers in them are found by their place. A sentence that nobody has translated is said in English. Thread-safe.
 */
@ApplicationScoped
public class Refusals {
  private static final List<Sentence> SENTENCES = Sentence.of("org.casebound.web.console.refusals");
  /** What stands at places of the sentences and is no name and no number, by the area of the code: what a value must be, states, actions. */
  private static final List<Sentence> PHRASES = Sentence.of("org.casebound.web.console.phrases");

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

  /** The same reasons, each at its place, without the codes: for people who see them beside the field they are about. */
  List<Problem> of(List<Problem> english) {
    return english.stream().map(p -> new Problem(p.pointer(), p.code(), in(texts.locale(), p.code(), p.message()))).toList();
  }

  static String in(Locale locale, String code, String english) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? english
        : SENTENCES.stream()
            .filter(sentence -> sentence.key().equals(code) || sentence.key().startsWith(code + "."))
            .flatMap(sentence -> sentence.in(locale, english, Sentence.Part.each(part -> phrase(locale, code, part))).stream())
            .findFirst()
            .orElse(english);
  }

  private static String phrase(Locale locale, String code, String english) {
    String area = code.substring(0, code.indexOf('-') + 1).replace('-', '.');
    return PHRASES.stream()
        .filter(phrase -> phrase.key().startsWith(area))
        .flatMap(phrase -> phrase.in(locale, english, Sentence.Part.each(part -> part)).stream())
        .findFirst()
        .orElse(english);
  }
}
