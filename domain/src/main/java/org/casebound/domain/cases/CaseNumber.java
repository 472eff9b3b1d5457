package org.casebound.domain.cases;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number people use for a case: {@code C-} and at least eight digits, e.g. {@code C-00000051}. It is the case's id in
 * another dress, so it needs no column and no index of its own.
 */
public record CaseNumber(long id) {
  private static final int DIGITS = 8;
  private static final Pattern FORMAT = Pattern.compile("C-(\\d{8,18})");

  public CaseNumber {
    if (id <= 0) {
      throw new IllegalArgumentException("a case id is positive, not " + id);
    }
  }

  /** Reads a number; empty when the text is none. */
  public static Optional<CaseNumber> parse(String text) {
    Matcher matcher = FORMAT.matcher(text.strip());
    return matcher.matches() && Long.parseLong(matcher.group(1)) > 0
        ? Optional.of(new CaseNumber(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    // Asked for so often that a format text would show in a profile.
    String digits = Long.toString(id);
    return "C-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
