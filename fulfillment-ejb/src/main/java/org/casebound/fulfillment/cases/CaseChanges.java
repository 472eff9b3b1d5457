package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.fulfillment.engine.CaseFacts;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.CaseRepository.RecordChanged;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * The way that every change of a case or its request goes which no flow makes: by people, and by what became due. Milestones that
 * the change reaches end in the same transaction, and triggers see the records before and after it.
 */
@Dependent
public class CaseChanges {
  @Inject private CaseRepository cases;
  @Inject private ProcessCatalog catalog;
  @Inject private CaseCourse course;
  @Inject private Clock clock;

  /**
   * Makes a change.
   *
   * @param locked the case, locked until the transaction ends
   * @param actor user name or {@link org.casebound.domain.cases.HistoryEntry#SYSTEM}
   * @param change gets the process of the case and its request, and writes its own history
   */
  public void make(Case locked, String actor, BiConsumer<PublishedProcess, ServiceCatalogRequest> change) {
    PublishedProcess process = catalog.require(locked.processName(), locked.processVersion());
    ServiceCatalogRequest request = cases.requestOf(locked.id());
    CaseFacts before = CaseFacts.of(process, locked, request);
    change.accept(process, request);
    course.changed(locked, request, process, actor, clock.instant());
    cases.changed(new RecordChanged(locked, request, before.ofCase(), before.ofRequest(), actor));
  }
}
