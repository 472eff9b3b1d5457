package org.casebound.domain.shared;

/**
 * A rule of the domain refused a change. Nothing was changed.
 *
 * <p>The code is stable ({@code AREA-nnn}) and safe to show; the message says what is wrong and how to mend it.
 */
public class RuleViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable code, {@code AREA-nnn}
   * @param message what is wrong and how to mend it, one sentence
   */
  public RuleViolation(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable code, {@code AREA-nnn}. */
  public String code() {
    return code;
  }
}
