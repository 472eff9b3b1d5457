package org.casebound.fulfillment.outline;

import org.casebound.domain.shared.RuleViolation;

/** A change that can not be made this way; the text is as it was. */
public final class OutlineRefused extends RuleViolation {
  private static final long serialVersionUID = 1L;

  OutlineRefused(String code, String message) {
    super(code, message);
  }

  static OutlineRefused noSuchPlace(String pointer) {
    return new OutlineRefused("OUTLINE-001", "There is no '%s' in the text any more; it was changed meanwhile.".formatted(pointer));
  }

  static OutlineRefused notHere() {
    return new OutlineRefused("OUTLINE-002", "The text is written here in a way that can only be changed in the text itself.");
  }
}
