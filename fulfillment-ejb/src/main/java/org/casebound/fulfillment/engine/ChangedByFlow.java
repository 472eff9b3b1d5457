package org.casebound.fulfillment.engine;

import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.flow.RecordChange;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * A flow changed its case or request, in the transaction that is still open.
 *
 * @param depth how many flows led to the change, this one included
 */
public record ChangedByFlow(
    Case changedCase,
    ServiceCatalogRequest request,
    PublishedProcess process,
    RecordChange change,
    String actor,
    int depth) {}
