package org.casebound.fulfillment.scan;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.catalog.ScanState;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.engine.WorkNotices;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/** The transactions around a scan. The only place where the scan of a document changes its state. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DocumentScans {
  @Inject private CaseRepository cases;
  @Inject private WorkItemRepository items;
  @Inject private CaseHistory history;
  @Inject private WorkNotices notices;

  /** The bytes to look at; empty when the document waits for no scanner any more, or is gone. */
  public Optional<byte[]> content(long documentId) {
    return cases.document(documentId).filter(DocumentScans::waits).map(cases::contentOf);
  }

  /** Notes what was found, and tells those who work on the case when it is harmful. */
  public void found(long documentId, ScanResult result, Instant now) {
    waiting(documentId)
        .ifPresent(
            document -> {
              if (result instanceof ScanResult.Infected infected) {
                document.foundInfected(infected.name());
                items.openOfCase(document.caseId()).forEach(item -> notices.infected(item, document.name(), now));
              } else {
                document.foundClean();
              }
              history.scanned(document, now);
            });
  }

  /** Notes why nobody could look. */
  public void failed(long documentId, String why) {
    waiting(documentId).ifPresent(document -> document.notScanned(why));
  }

  /** Its case is locked: whoever erases or purges the case does so before or after. */
  private Optional<Document> waiting(long documentId) {
    return cases.document(documentId).filter(DocumentScans::waits).filter(document -> cases.lock(document.caseId()).isPresent());
  }

  private static boolean waits(Document document) {
    return document.scanState() == ScanState.PENDING;
  }
}
