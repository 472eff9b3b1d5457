package org.casebound.demobank.ledger;

/** What the bank can do for a caller. */
public enum Service {
  /** Blocks a card, at once. */
  BLOCK_CARD("BLK", "CARD"),
  /** Changes a customer's postal address; accepted at once, acknowledged later. */
  CHANGE_ADDRESS("ADR", "CUSTOMER"),
  /** Gives a fee back, at once. */
  REVERSE_FEE("FEE", "FEE");

  private final String prefix;
  private final String subject;

  Service(String prefix, String subject) {
    this.prefix = prefix;
    this.subject = subject;
  }

  String reference(long number) {
    return "%s-%06d".formatted(prefix, number);
  }

  /** The number in a reference; 0 when there is no reference. */
  static long number(String reference) {
    return reference.isEmpty() ? 0 : Long.parseLong(reference.substring(reference.indexOf('-') + 1));
  }

  /** The code of the refusal when the bank does not know the target. */
  public String unknownTargetCode() {
    return subject + "_UNKNOWN";
  }

  /**
   * The bank knows every target that has the right form and does not end in 0000: any 16-digit card, any customer,
   * any fee.
   */
  public boolean knows(String target) {
    boolean form = this != BLOCK_CARD || target.matches("[0-9]{16}");
    return form && !target.endsWith("0000");
  }
}
