package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.CaseView.DocumentView;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.intake.LateDocuments;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.Upload;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Documents that those who work a case add to it. Its requester sees them, and sends his own with a message. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DocumentDesk {
  @Inject private CaseAccess access;
  @Inject private KeptCases kept;
  @Inject private LateDocuments documents;
  @Inject private ProcessCatalog catalog;
  @Inject private CaseHistory history;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Adds a document to an open case.
   *
   * @param upload names the document of the process that it serves, or none: then it is a PDF, PNG or JPEG of at most 5 MiB
   * @throws UnknownRecord when there is no such case that the caller may see
   * @throws ForbiddenAction DOC-012 when he is its requester
   * @throws RuleViolation DOC-010 when the case is closed, DOC-011 when its personal data was erased
   * @throws RequestRefused when the document is not permitted
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public DocumentView add(String caseNumber, Upload upload) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    if (!mayAdd(caller, about)) {
      throw new ForbiddenAction("DOC-012", "You asked for this yourself: send the document with a message.");
    }
    kept.require(about, "DOC-011", "The personal data of case %s was erased, so no document can be added to it any more.");
    if (access.lock(about).status() == CaseStatus.CLOSED) {
      throw new RuleViolation("DOC-010", "Case %s is closed; reopen it first, or send the document with a message.".formatted(about.number()));
    }
    Instant now = clock.instant();
    Document added = documents.add(about.id(), catalog.require(about.processName(), about.processVersion()).process(), upload, now);
    history.documentAdded(added, caller.name());
    return CaseViews.document(added);
  }

  /** Whether somebody who may see the case works it, and is not its requester. */
  static boolean mayAdd(Caller caller, Case seen) {
    return caller.works() && !seen.requester().equals(caller.name());
  }
}
