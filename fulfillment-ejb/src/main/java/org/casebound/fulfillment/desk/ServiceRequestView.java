package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.List;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.desk.CaseView.AttributeView;

/**
 * A service request as one caller may see it.
 *
 * @param id id of the service catalog request
 * @param version give it back with a change: a stale one is refused
 * @param caseVersion the same for subject and priority, which are the case's
 * @param mayChange whether this caller may change it now
 */
public record ServiceRequestView(
    long id,
    String caseNumber,
    String process,
    int processVersion,
    String subject,
    Priority priority,
    String requester,
    CaseStatus status,
    Instant createdAt,
    int version,
    int caseVersion,
    boolean mayChange,
    List<AttributeView> attributes) {}
