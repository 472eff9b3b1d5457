package org.casebound.domain.integration;

/**
 * One row of a mapping: where a value goes, and where it comes from.
 *
 * @param target name of the input or output
 * @param source CEL expression; in an output mapping the answer is {@code reply}
 */
public record MappingRow(String target, String source) {}
