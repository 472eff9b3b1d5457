package org.casebound.fulfillment.intake;

/**
 * The answer to a filed request.
 *
 * @param caseId id of the case
 * @param caseNumber number that people use, e.g. {@code C-00000051}
 * @param serviceCatalogRequestId id of the service catalog request
 */
public record Receipt(long caseId, String caseNumber, long serviceCatalogRequestId) {}
