package org.casebound.fulfillment.integration;

/** Says that a doubt could not be settled yet because the back office was not to be reached: ask again later. */
public final class StillInDoubt {
  /** Code of the failed outcome. */
  public static final String CODE = "ASK_AGAIN";

  private StillInDoubt() {}
}
