package org.casebound.fulfillment.desk;

/**
 * Why somebody sees a case or a work item.
 *
 * @param rule the rule that holds for him
 * @param detail the role, the queue, or the absent person that it holds by; empty when the rule says all
 * @param step name of the step whose work item it is about; empty when it is about the case itself
 */
public record SightGround(SightRule rule, String detail, String step) {}
