package org.casebound.domain.shared;

/** There is no such record, or the caller may not know of it. */
public final class UnknownRecord extends RuleViolation {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the kind of record, e.g. "case"
   * @param key what was asked for
   */
  public UnknownRecord(String what, Object key) {
    super("FIND-001", "There is no %s '%s' that you may see.".formatted(what, key));
  }
}
