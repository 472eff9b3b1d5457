package org.casebound.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the console for use in code; pages read the same bundle as {@code t}. */
@ApplicationScoped
public class Texts {
  private final ResourceBundle bundle =
      ResourceBundle.getBundle(
          "org.casebound.web.console.texts", Locale.ENGLISH, Texts.class.getClassLoader());

  /** The text of that key with its places {@code {0}}, {@code {1}} filled. */
  public String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(values);
  }

  /** The text of that key, or {@code otherwise} when the bundle has none. */
  public String or(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }
}
