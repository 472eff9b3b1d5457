package org.casebound.web.console;

/**
 * A choice that narrows a list down, with the length of the list that it leads to.
 *
 * @param text what people call it
 * @param address of the list
 * @param count length of the list; -1 when it is not counted
 * @param current whether the list is the one that is shown
 */
public record Facet(String text, String address, long count, boolean current) {
  /** Whether its list is counted. */
  public boolean isCounted() {
    return count >= 0;
  }

  /** Whether its list is worth a look, or is the one that is shown. */
  public boolean isShown() {
    return count != 0 || current;
  }
}
