package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/** The texts of the console for use in code, in the visitor's language; pages read the same bundle as {@code t}. Thread-safe. */
@ApplicationScoped
public class Texts {
  private static final String BUNDLE = "org.casebound.web.console.texts";

  private final Supplier<Locale> language;

  /** English texts, whoever asks. */
  protected Texts() {
    language = () -> Locale.ENGLISH;
  }

  @Inject
  Texts(Language language) {
    this.language = language::getLocale;
  }

  /** The text of that key with its places {@code {0}}, {@code {1}} filled. */
  public String of(String key, Object... values) {
    return in(locale(), key, values);
  }

  /** The same in a given language. */
  String in(Locale locale, String key, Object... values) {
    return new MessageFormat(bundle(locale).getString(key), locale).format(values);
  }

  /** The text of that key, or {@code otherwise} when the bundle has none. */
  public String or(String key, String otherwise) {
    ResourceBundle bundle = bundle(locale());
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }

  /** The visitor's language. */
  Locale locale() {
    return language.get();
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader());
  }
}
