package org.casebound.fulfillment.outline;

/** Texts with one part replaced. */
final class Splice {
  private Splice() {}

  static String replace(String text, int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }
}
