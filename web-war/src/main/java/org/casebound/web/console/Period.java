package org.casebound.web.console;

import java.util.Arrays;
import java.util.Optional;
import org.casebound.fulfillment.desk.EndedPromise;

/** How many last days a figure of the start page, and the list behind it, are about. */
enum Period {
  WEEK(7),
  MONTH(EndedPromise.USUAL_DAYS),
  QUARTER(EndedPromise.MOST_DAYS);

  private final int days;

  Period(int days) {
    this.days = days;
  }

  /** The period that an address asks for; a month when it asks for none that there is. */
  static Period of(Optional<String> asked) {
    return Arrays.stream(values()).filter(period -> asked.filter(String.valueOf(period.days)::equals).isPresent()).findFirst().orElse(MONTH);
  }

  int days() {
    return days;
  }

  /** How addresses ask for it: not at all for a month. */
  String inAddress() {
    return this == MONTH ? "" : String.valueOf(days);
  }
}
