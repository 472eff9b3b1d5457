package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.cases.CaseChanges;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** What was asked: reading it and correcting it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class RequestDesk {
  @Inject private CaseRepository cases;
  @Inject private CaseAccess access;
  @Inject private CaseChanges changes;
  @Inject private RequestChange change;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * A service request.
   *
   * @param id id of the service catalog request
   * @throws UnknownRecord when there is none that the caller may see
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public ServiceRequestView byId(long id) {
    Caller caller = Caller.of(context);
    ServiceCatalogRequest request = request(id);
    Case seen = seenCase(request, caller);
    PublishedProcess process = catalog.require(seen.processName(), seen.processVersion());
    return new ServiceRequestView(
        id,
        seen.number().toString(),
        seen.processName(),
        seen.processVersion(),
        seen.subject(),
        seen.priority(),
        seen.requester(),
        seen.status(),
        request.createdAt(),
        request.version(),
        seen.version(),
        seen.status() != CaseStatus.CLOSED && CaseAccess.steers(caller, seen),
        CaseViews.attributes(process, seen, request, caller));
  }

  /**
   * Changes attributes of a request, and subject and priority of its case. Milestones may be reached by it, and flows may start.
   *
   * @throws UnknownRecord when there is none that the caller may see
   * @throws ForbiddenAction CASE-012 when the caller neither has the case nor belongs to its queue
   * @throws StaleRecord CASE-014 when the request changed meanwhile, CASE-004 when the case did, CASE-005 when it is closed
   * @throws RequestRefused when the new values do not fit the process; names every problem
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void change(long id, RequestPatch patch) {
    Caller caller = Caller.of(context);
    ServiceCatalogRequest seen = request(id);
    Case worked = access.steered(seenCase(seen, caller), caller);
    worked.requireOpen();
    if (seen.version() != patch.version()) {
      throw new StaleRecord("CASE-014", "The request changed since you read it. Read it again.");
    }
    patch.caseVersion().ifPresent(worked::requireVersion);
    changes.make(
        worked,
        caller.name(),
        (process, request) -> change.apply(process.process(), worked, request, patch, caller, clock.instant()));
  }

  private ServiceCatalogRequest request(long id) {
    return cases.request(id).orElseThrow(() -> new UnknownRecord("service request", id));
  }

  private Case seenCase(ServiceCatalogRequest request, Caller caller) {
    return access
        .find(request.caseId(), caller)
        .orElseThrow(() -> new UnknownRecord("service request", request.id()));
  }
}
