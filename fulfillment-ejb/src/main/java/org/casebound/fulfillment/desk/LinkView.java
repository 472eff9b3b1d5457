package org.casebound.fulfillment.desk;

import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseLink;
import org.casebound.domain.cases.CaseRelation;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.shared.Resolution;

/**
 * A case that another one is linked with.
 *
 * @param relation what the case that is looked at is to this one
 * @param number of this one
 * @param reason why they are linked; empty when nobody said
 */
public record LinkView(
    CaseRelation relation, String number, String subject, CaseStatus status, Optional<Resolution> resolution, String reason, String linkedBy, Instant linkedAt) {
  static LinkView of(Case about, Case other, CaseLink link) {
    return new LinkView(
        link.relationOf(about.number()), other.number().toString(), other.subject(), other.status(), other.resolution(), link.reason(), link.author(), link.linkedAt());
  }
}
