package org.casebound.fulfillment.studio;

/**
 * One thing that is wrong in a bundle.
 *
 * @param file name of the file
 * @param line line, counted from 1
 * @param column column in characters, counted from 1
 * @param pointer JSON pointer to the place; empty for the whole document
 * @param message what is wrong
 * @param mend how to mend it; may be empty
 */
public record BundleProblem(
    String file, int line, int column, String pointer, String message, String mend) {
  /** {@code file:line:column: message mend}, as compilers say it. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s%s".formatted(file, line, column, message, mend.isEmpty() ? "" : " " + mend);
  }
}
