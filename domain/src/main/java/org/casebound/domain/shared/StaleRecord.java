package org.casebound.domain.shared;

/** Another person was first: the record changed since the caller read it. Read it again, then decide. */
public final class StaleRecord extends RuleViolation {
  private static final long serialVersionUID = 1L;

  public StaleRecord(String code, String message) {
    super(code, message);
  }
}
