package org.casebound.fulfillment.outline;

/**
 * One line of an outline.
 *
 * @param pointer its place in the bundle: JSON pointer
 * @param depth how deep it lies, 0 or more
 * @param list member of the line above in whose list it lies, e.g. {@code steps}; empty for the process itself
 * @param what for a flow, a step or an element what it has or does, e.g. {@code stages}, {@code interactive} or {@code call}; empty otherwise
 * @param title its label, its name or what it says, in this order; may be empty
 * @param line where it begins in the text, counted from 1
 * @param first whether it is the first of its list, which can not move up
 * @param last whether it is the last of its list, which can not move down
 */
public record OutlineLine(
    String pointer, int depth, OutlineKind kind, String list, String what, String title, int line, boolean first, boolean last) {}
