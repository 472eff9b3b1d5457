package org.casebound.web.console;

import java.io.Serializable;
import org.casebound.fulfillment.desk.CaseView;

/**
 * The case that a request follows.
 *
 * @param filled how many of its values are in the form
 */
public record FollowUp(String number, String subject, int filled) implements Serializable {
  /** Carries over what is known of the case: its values of the same name and type, as far as the reader may see them. */
  static FollowUp of(CaseView first, IntakeForm form) {
    return new FollowUp(first.number(), first.subject(), form.fill(first.request().attributes()));
  }
}
