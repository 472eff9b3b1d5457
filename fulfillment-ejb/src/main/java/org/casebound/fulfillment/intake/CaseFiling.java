package org.casebound.fulfillment.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.cases.CaseCourse;
import org.casebound.fulfillment.cases.QueueAssignment;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.IntakeKeyRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** The transaction that saves a case with all that belongs to it (T1). Not for callers outside the module: see CaseIntake. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class CaseFiling {
  @Inject private ProcessCatalog catalog;
  @Inject private RequestCheck check;
  @Inject private CaseRepository cases;
  @Inject private IntakeKeyRepository keys;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private CaseHistory history;
  @Inject private QueueAssignment assignment;
  @Inject private CaseCourse course;
  @Inject private Clock clock;

  /** Files a request. */
  public Receipt file(ServiceRequest request, String requester, String actor) {
    PublishedProcess published =
        catalog
            .active(request.process())
            .orElseThrow(
                () ->
                    new RequestRefused(
                        List.of(
                            new RequestRefused.Problem(
                                "/process",
                                "INTAKE-001",
                                "There is no active process '%s'; see the list of processes."
                                    .formatted(request.process())))));
    ServiceProcessDefinition process = published.process();
    CheckedRequest checked = check.check(process, request);
    Instant now = clock.instant();
    Case filed =
        new Case(
            ids.next(RecordKind.CASE),
            process.name(),
            process.version(),
            checked.subject(),
            requester,
            checked.priority(),
            process.queue(),
            now);
    ServiceCatalogRequest saved =
        new ServiceCatalogRequest(
            ids.next(RecordKind.REQUEST), filed.id(), new Values(checked.extendedAttributes()), now);
    history.filed(filed, actor, assignment.assign(published, filed, saved));
    checked.documents().forEach(document -> cases.add(document.of(ids.next(RecordKind.DOCUMENT), filed.id(), now), document.content()));
    course.filed(filed, published, now);
    cases.file(filed, saved, actor);
    return new Receipt(filed.id(), filed.number().toString(), saved.id());
  }

  /** Files requests for these requesters, all of them or none. */
  public List<Receipt> fileAll(List<ServiceRequest> requests, List<String> requesters, String actor) {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      try {
        receipts.add(file(requests.get(i), requesters.get(i), actor));
      } catch (RequestRefused refused) {
        throw refused.within("/requests/" + i);
      }
    }
    return receipts;
  }

  /** Files a request and remembers the answer under the key. */
  public Receipt fileOnce(ServiceRequest request, String requester, String actor, String key, String bodySha256) {
    Receipt receipt = file(request, requester, actor);
    records.add(new IntakeKey(new IntakeKey.Id(actor, key), bodySha256, receipt, clock.instant()));
    return receipt;
  }

  /**
   * The answer that was given to the key before.
   *
   * @throws IdempotencyConflict when it was used with another body
   */
  public Optional<Receipt> answerTo(String caller, String key, String bodySha256) {
    Optional<IntakeKey> used = keys.find(new IntakeKey.Id(caller, key));
    if (used.isPresent() && !used.get().isFor(bodySha256)) {
      throw new IdempotencyConflict(key);
    }
    return used.map(IntakeKey::receipt);
  }
}
