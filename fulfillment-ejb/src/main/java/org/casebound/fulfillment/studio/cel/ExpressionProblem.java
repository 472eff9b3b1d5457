package org.casebound.fulfillment.studio.cel;

/**
 * One thing that is wrong in an expression.
 *
 * @param line line in the expression, counted from 1
 * @param column column in that line, in characters, counted from 0
 * @param message what is wrong
 * @param mend how to mend it; may be empty
 */
public record ExpressionProblem(int line, int column, String message, String mend) {}
