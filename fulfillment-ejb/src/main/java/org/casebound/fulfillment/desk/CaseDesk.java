package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.cases.CaseChanges;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.persistence.CaseListRepository;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** What people do with cases: look at them, and work those by hand that no flow works. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class CaseDesk {
  @Inject private CaseRepository cases;
  @Inject private CaseListRepository lists;
  @Inject private FlowRepository flows;
  @Inject private CaseViews views;
  @Inject private Visibility visibility;
  @Inject private CaseAccess access;
  @Inject private CaseChanges changes;
  @Inject private CaseHistory history;
  @Inject private CaseBoard board;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * A case with everything that belongs to it.
   *
   * @param number e.g. {@code C-00000051}
   * @throws UnknownRecord when there is none that the caller may see
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public CaseView byNumber(String number) {
    Caller caller = Caller.of(context);
    return views.of(access.require(number, caller), caller);
  }

  /**
   * How often a case has changed: a page that shows it is stale when this number has grown. The caller's pages are told of changes for the next
   * three minutes.
   *
   * @throws UnknownRecord when there is none that the caller may see
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public long follow(String number) {
    Caller caller = Caller.of(context);
    long id = access.require(number, caller).id();
    board.follow(id, caller.name());
    return cases.changesOf(id);
  }

  /** Cases that the caller may see, newest first. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION
  })
  public Page<CaseSummary> page(CaseQuery query) {
    Caller caller = Caller.of(context);
    int size = Cursor.size(query.size());
    return Cursor.page(lists.list(visible(caller), filter(query, size + 1)), size, Case::id, views::summary);
  }

  /** How many cases the list has that the query is about, from its beginning. */
  @RolesAllowed({Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public long count(CaseQuery query) {
    return lists.count(visible(Caller.of(context)), filter(query, 1));
  }

  private CaseListRepository.Visible visible(Caller caller) {
    return new CaseListRepository.Visible(caller.seesEverything(), visibility.queuesOf(caller), caller.name());
  }

  private CaseListRepository.Filter filter(CaseQuery query, int size) {
    boolean open = query.status().filter(status -> status != CaseStatus.CLOSED).isPresent();
    return new CaseListRepository.Filter(
        query.status(),
        query.owner().map(Owner::user).or(() -> query.queue().map(Owner::queue)),
        query.requester(),
        query.process(),
        open || query.escalated() || query.late() || query.openFor().isPresent(),
        query.escalated(),
        query.late(),
        query.openFor().map(clock.instant()::minus),
        query.promise().map(ended -> new CaseListRepository.Ended(ended.how(), clock.instant().minus(Duration.ofDays(ended.days())))),
        Cursor.before(query.cursor()),
        size);
  }

  /**
   * The bytes of a document.
   *
   * @throws UnknownRecord when the caller may not see the case, or it has no such document
   * @throws RuleViolation DOC-007 when a scanner has yet to look at it, DOC-008 when one found something harmful
   */
  @RolesAllowed({Caller.REQUESTER, Caller.AGENT, Caller.LEAD})
  public DocumentContent document(String number, long documentId) {
    Case seen = access.require(number, Caller.of(context));
    Document document =
        cases.document(seen.id(), documentId).orElseThrow(() -> new UnknownRecord("document", documentId));
    document.requireReadable();
    return new DocumentContent(
        document.name(), document.mediaType(), document.sha256(), cases.contentOf(document));
  }

  /**
   * Takes a case from its queue.
   *
   * @param version the version the caller saw
   * @throws org.casebound.domain.shared.StaleRecord CASE-002 when another person has it, CASE-004 when it changed meanwhile
   * @throws RuleViolation CASE-006 when a flow works on it
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void take(String number, int version) {
    Caller caller = Caller.of(context);
    Case taken = lockForHandWork(number, caller, version);
    if (!caller.isMemberOf(taken.homeQueue())) {
      throw new ForbiddenAction("CASE-007", "You do not belong to the queue '%s'.".formatted(taken.homeQueue()));
    }
    changes.make(
        taken,
        caller.name(),
        (process, request) -> {
          Owner before = taken.owner();
          CaseStatus status = taken.status();
          taken.take(caller.name());
          history.caseChanged(taken, status, caller.name(), "taken", clock.instant());
          history.owner(taken, before, caller.name(), clock.instant());
        });
  }

  /**
   * Puts an own case back into its queue.
   *
   * @throws ForbiddenAction CASE-003 when the caller does not own it
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void giveBack(String number, int version) {
    Caller caller = Caller.of(context);
    Case given = lockForHandWork(number, caller, version);
    changes.make(
        given,
        caller.name(),
        (process, request) -> {
          Owner before = given.owner();
          given.giveBack(caller.name());
          history.owner(given, before, caller.name(), clock.instant());
        });
  }

  /**
   * Closes an own case by hand.
   *
   * @param reason what was done or why not; must not be empty
   * @throws RuleViolation CASE-008 without a reason
   * @throws ForbiddenAction CASE-003 when the caller does not own it
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void close(String number, Resolution resolution, String reason, int version) {
    if (reason.isBlank()) {
      throw new RuleViolation("CASE-008", "Say in a few words why the case is closed as %s.".formatted(resolution));
    }
    Caller caller = Caller.of(context);
    Case closed = lockForHandWork(number, caller, version);
    closed.requireOwner(caller.name());
    changes.make(
        closed,
        caller.name(),
        (process, request) -> {
          CaseStatus before = closed.status();
          closed.close(resolution, reason.strip(), clock.instant());
          history.caseChanged(closed, before, caller.name(), reason.strip(), clock.instant());
        });
  }

  private Case lockForHandWork(String number, Caller caller, int version) {
    Case worked = access.lock(access.require(number, caller));
    worked.requireVersion(version);
    PublishedProcess process = catalog.require(worked.processName(), worked.processVersion());
    if (!FlowViews.byHand(process, flows.flowsOf(worked.id()))) {
      throw new RuleViolation("CASE-006", "A flow works on case %s; work its work items.".formatted(number));
    }
    return worked;
  }
}
