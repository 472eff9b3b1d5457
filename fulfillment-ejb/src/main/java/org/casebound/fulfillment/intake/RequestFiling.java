package org.casebound.fulfillment.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.cases.CaseCourse;
import org.casebound.fulfillment.cases.QueueAssignment;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.scan.DocumentFiling;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/**
 * Saves a case with all that belongs to it in the caller's transaction. A refusal leaves that transaction as it was, so that a caller
 * may file others in it.
 */
@Dependent
public class RequestFiling {
  @Inject private ProcessCatalog catalog;
  @Inject private RequestCheck check;
  @Inject private FollowUpFiling followUps;
  @Inject private CaseRepository cases;
  @Inject private DocumentFiling documents;
  @Inject private RecordIds ids;
  @Inject private CaseHistory history;
  @Inject private QueueAssignment assignment;
  @Inject private CaseCourse course;
  @Inject private Clock clock;

  /**
   * Files a request.
   *
   * @param caller who files it
   * @throws RequestRefused when the request does not fit its process; nothing was saved
   */
  public Receipt file(ServiceRequest request, String requester, Caller caller) {
    PublishedProcess published = published(request);
    ServiceProcessDefinition process = published.process();
    CheckedRequest checked = check.check(process, request, caller);
    Optional<Case> first = followUps.require(request, caller);
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
    history.filed(filed, caller.name(), assignment.assign(published, filed, saved));
    boolean scan = documents.toBeScanned();
    checked.documents().forEach(document -> documents.file(document.of(ids.next(RecordKind.DOCUMENT), filed.id(), scan, now), document.content()));
    course.filed(filed, published, now);
    first.ifPresent(followed -> followUps.file(filed, followed, caller));
    cases.file(filed, saved, caller.name());
    return new Receipt(filed.id(), filed.number().toString(), saved.id());
  }

  /**
   * Checks a request as filing it would.
   *
   * @param caller who would file it
   * @throws RequestRefused when the request does not fit its process
   */
  public void check(ServiceRequest request, Caller caller) {
    check.check(published(request).process(), request, caller);
    followUps.require(request, caller);
  }

  /**
   * Names of the attributes that are not there with what a request says so far.
   *
   * @throws RequestRefused when there is no such process
   */
  public Set<String> hidden(ServiceRequest request) {
    return check.hidden(published(request).process(), request);
  }

  private PublishedProcess published(ServiceRequest request) {
    return catalog
        .active(request.process())
        .orElseThrow(
            () ->
                new RequestRefused(
                    List.of(
                        new RequestRefused.Problem(
                            "/process",
                            "INTAKE-001",
                            "There is no active process '%s'; see the list of processes.".formatted(request.process())))));
  }
}
