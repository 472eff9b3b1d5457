package org.casebound.fulfillment.studio;

/** Checks what a bundle means. */
final class MeaningCheck {
  void check(Place root, Problems problems) {
    problems.isIll(root);
  }
}
