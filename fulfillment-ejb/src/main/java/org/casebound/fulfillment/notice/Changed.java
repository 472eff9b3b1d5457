package org.casebound.fulfillment.notice;

/**
 * Fired in a transaction that changes something of a topic; screens are told once it is committed. Only for what is not told by itself: work, and
 * changes that are written without a record in hand.
 */
public record Changed(Topic topic) {}
