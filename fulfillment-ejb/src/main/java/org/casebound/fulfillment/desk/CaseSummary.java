package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;

/** One line of a list of cases. */
public record CaseSummary(
    long id,
    String number,
    String subject,
    CaseStatus status,
    Optional<Resolution> resolution,
    Priority priority,
    String requester,
    Owner owner,
    String process,
    String processLabel,
    Instant createdAt) {}
