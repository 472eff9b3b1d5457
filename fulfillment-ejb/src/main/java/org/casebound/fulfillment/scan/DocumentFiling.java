package org.casebound.fulfillment.scan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.CaseRepository;

/** Keeps documents, whichever way they came. Works in the caller's transaction; a scanner is asked after its commit. */
@Dependent
public class DocumentFiling {
  @Inject private Scanners scanners;
  @Inject private CaseRepository cases;
  @Inject private DueTaskPlans plans;

  /** Whether a scanner is to look at a document that comes now. */
  public boolean toBeScanned() {
    return scanners.installed();
  }

  /** Keeps a new document, and has it scanned if it waits for that. */
  public void file(Document document, byte[] content) {
    cases.add(document, content);
    if (!document.isReadable()) {
      plans.plan(DueTaskKind.DOCUMENT_SCAN, document.caseId(), document.id(), "", document.uploadedAt(), Values.EMPTY);
    }
  }
}
