package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.casebound.fulfillment.preference.PreferenceName;

/**
 * Light, dark, or as the reader's system has it. It is the visitor's choice; a cookie keeps it for the page on which he signs in, so
 * that the first paint is already right.
 */
@Named
@RequestScoped
public class Theme {
  private static final String COOKIE = "casebound-theme";
  private static final Set<String> NAMES = Set.of("light", "dark", "system");

  @Inject private HttpServletRequest request;
  @Inject private Preferences preferences;

  /** {@code light}, {@code dark} or {@code system}; the last is the default. */
  public String getName() {
    return preferences.of(PreferenceName.THEME, ofCookie());
  }

  private String ofCookie() {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(c -> COOKIE.equals(c.getName()))
        .map(Cookie::getValue)
        .filter(NAMES::contains)
        .findFirst()
        .orElse("system");
  }

  /** Media query under which the light component theme applies. */
  public String getLightMedia() {
    return media("light");
  }

  /** Media query under which the dark component theme applies. */
  public String getDarkMedia() {
    return media("dark");
  }

  private String media(String base) {
    if (getName().equals(base)) {
      return "all";
    }
    return getName().equals("system") ? "(prefers-color-scheme: " + base + ")" : "not all";
  }
}
