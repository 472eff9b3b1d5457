package org.casebound.fulfillment.studio;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.domain.definition.TextPatterns;

/** Matches with RE2, whose time is linear in the text. Thread-safe; keeps the compiled patterns of the published definitions. */
public final class Re2Patterns implements TextPatterns {
  private static final int MOST_KEPT = 5_000;

  private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

  @Override
  public boolean matches(String pattern, String text) {
    if (compiled.size() > MOST_KEPT) {
      compiled.clear();
    }
    return compiled.computeIfAbsent(pattern, Pattern::compile).matches(text);
  }

  @Override
  public String problem(String pattern) {
    try {
      Pattern.compile(pattern);
      return "";
    } catch (PatternSyntaxException e) {
      return String.valueOf(e.getDescription());
    }
  }
}
