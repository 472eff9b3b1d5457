package org.casebound.domain.shared;

/** The caller may see the record but may not do this to it. */
public final class ForbiddenAction extends RuleViolation {
  private static final long serialVersionUID = 1L;

  public ForbiddenAction(String code, String message) {
    super(code, message);
  }
}
