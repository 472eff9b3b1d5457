package org.casebound.fulfillment.desk;

/**
 * Which cases with promised times are asked for that ended lately.
 *
 * @param how how they ended
 * @param days in how many last days they ended, 1 to {@value #MOST_DAYS}
 * @throws IllegalArgumentException when it is another number of days
 */
public record EndedPromise(PromiseKept how, int days) {
  /** How far back is looked when nobody says. */
  public static final int USUAL_DAYS = 30;

  /** How far back can be looked. */
  public static final int MOST_DAYS = 90;

  public EndedPromise {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("promised times of %d days".formatted(days));
    }
  }
}
