package org.casebound.fulfillment.engine;

import org.casebound.domain.shared.RuleViolation;

/** A flow that runs in the transaction of a change refuses the change; nothing of it is saved. */
public class ChangeRefused extends RuleViolation {
  private static final long serialVersionUID = 1L;

  ChangeRefused(String code, String message) {
    super(code, message);
  }
}
