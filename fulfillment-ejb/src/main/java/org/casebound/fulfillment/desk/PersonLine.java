package org.casebound.fulfillment.desk;

/**
 * Somebody whom the installation has met.
 *
 * @param name user name
 * @param open work items that he has or that are offered to him alone
 */
public record PersonLine(String name, long open) {}
