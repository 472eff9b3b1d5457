package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casebound.fulfillment.preference.PreferenceName;

/** The language of the console: what the address asks for, what the visitor chose, else what his browser asks for, else English. */
@Named
@RequestScoped
public class Language {
  /** A language to choose: its tag, and its name in itself. */
  public record Choice(String tag, String name) {}

  private static final List<Choice> CHOICES =
      List.of(new Choice("en", "English"), new Choice("de", "Deutsch"), new Choice("fr", "Français"), new Choice("es", "Español"));

  @Inject private HttpServletRequest request;
  @Inject private Preferences preferences;

  /** The language in use; an address may ask for one with {@code lang}, to look at its page in it. */
  public Locale getLocale() {
    return Optional.ofNullable(request.getParameter("lang"))
        .flatMap(Language::known)
        .or(() -> known(getChoice()))
        .or(() -> Collections.list(request.getLocales()).stream().flatMap(asked -> known(asked.getLanguage()).stream()).findFirst())
        .orElse(Locale.ENGLISH);
  }

  /** Its tag, for the page's {@code lang}. */
  public String getTag() {
    return getLocale().toLanguageTag();
  }

  /** Tag of the chosen language; {@code auto} when the browser decides. */
  public String getChoice() {
    return preferences.of(PreferenceName.LANGUAGE, "auto");
  }

  public List<Choice> getChoices() {
    return CHOICES;
  }

  private static Optional<Locale> known(String tag) {
    return CHOICES.stream().filter(choice -> choice.tag().equals(tag)).map(choice -> Locale.forLanguageTag(choice.tag())).findFirst();
  }
}
