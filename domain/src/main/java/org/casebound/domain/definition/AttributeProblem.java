package org.casebound.domain.definition;

/**
 * One attribute value that was refused.
 *
 * @param pointer JSON pointer to the value, e.g. {@code /attributes/cardId}
 * @param code stable code: ATTR-001 unknown, ATTR-002 missing, ATTR-003 wrong type or format, ATTR-004 out of range, ATTR-005 too
 *     short or too long, ATTR-006 does not match the pattern, ATTR-007 not an option, ATTR-008 can not be stored, ATTR-009 too few or too many rows
 * @param message what is wrong and what would be right, one sentence
 */
public record AttributeProblem(String pointer, String code, String message) {}
