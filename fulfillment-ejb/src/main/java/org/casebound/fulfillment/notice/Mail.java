package org.casebound.fulfillment.notice;

/** A mail that this node has the lease to send. */
public record Mail(long id, String to, String subject, String text) {}
