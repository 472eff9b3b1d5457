package org.casebound.web.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.casebound.fulfillment.preference.PreferenceDesk;
import org.casebound.fulfillment.preference.PreferenceName;

/**
 * How the visitor wants the console. It is read once per session and written through, so that pages cost no query for it; another
 * browser of the same person follows at its next sign-in.
 */
@Named
@SessionScoped
public class Preferences implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PreferenceDesk desk;
  @Inject private Visitor visitor;

  private String owner = "";
  private final Map<PreferenceName, String> chosen = new HashMap<>();

  /** The visitor's choice, or {@code otherwise}; a stranger has none. */
  String of(PreferenceName name, String otherwise) {
    if (!visitor.isPerson()) {
      return otherwise;
    }
    if (!owner.equals(visitor.getName())) {
      chosen.clear();
      chosen.putAll(desk.mine());
      owner = visitor.getName();
    }
    return chosen.getOrDefault(name, otherwise);
  }

  /** @throws org.casebound.domain.shared.RuleViolation PREF-001 when the setting is none that can be chosen */
  void choose(PreferenceName name, String setting) {
    desk.choose(name, setting);
    chosen.put(name, setting);
  }

  /** {@code comfortable} or {@code compact}; the first is the default. */
  public String getDensity() {
    return of(PreferenceName.DENSITY, "comfortable");
  }

  /** Whether single letters are keys: {@code on}, the default, or {@code off}. */
  public String getKeys() {
    return of(PreferenceName.KEYS, "on");
  }
}
