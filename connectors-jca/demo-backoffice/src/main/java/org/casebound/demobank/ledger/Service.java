package org.casebound.demobank.ledger;

import java.util.Locale;

/** What the bank can do for a caller. */
public enum Service {
  /** Blocks a card, at once. */
  BLOCK_CARD("BLK", "CARD"),
  /** Changes a customer's postal address; accepted at once, acknowledged later. */
  CHANGE_ADDRESS("ADR", "CUSTOMER"),
  /** Gives a fee back, at once. */
  REVERSE_FEE("FEE", "FEE"),
  /** Sends a new PIN, at once. */
  RESET_PIN("PIN", "CARD"),
  /** Changes the limit of a card, at once. */
  CHANGE_LIMIT("LIM", "CARD"),
  /** Orders cheque books; accepted at once, acknowledged when they are printed. */
  ORDER_CHEQUE_BOOK("CHQ", "ACCOUNT"),
  /** Sends a copy of a statement, at once. */
  SEND_STATEMENT("STM", "ACCOUNT"),
  /** Pays for goodwill, at once. */
  PAY_GOODWILL("GDW", "ACCOUNT"),
  /** Opens a dispute over a transaction, at once. */
  OPEN_DISPUTE("DSP", "TRANSACTION"),
  /** Gives the money of a transaction back, at once. */
  CREDIT_TRANSACTION("CRT", "TRANSACTION"),
  /** Exports what is known about a customer; accepted at once, acknowledged later. */
  EXPORT_DATA("EXP", "CUSTOMER");

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

  /** What the target is, in lower case, e.g. {@code card}. */
  String target() {
    return subject.toLowerCase(Locale.ROOT);
  }

  /** The code of the refusal when the bank does not know the target. */
  public String unknownTargetCode() {
    return subject + "_UNKNOWN";
  }

  /**
   * The bank knows every target that has the right form and does not end in 0000: any 16-digit card, any customer,
   * account, transaction or fee.
   */
  public boolean knows(String target) {
    boolean form = !subject.equals("CARD") || target.matches("[0-9]{16}");
    return form && !target.endsWith("0000");
  }
}
