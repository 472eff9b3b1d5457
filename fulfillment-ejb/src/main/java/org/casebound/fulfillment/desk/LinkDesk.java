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
import java.util.List;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseLink;
import org.casebound.domain.cases.CaseRelation;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.CaseLinkRepository;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Links between cases; only such that the caller may see. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LinkDesk {
  /** So many links a person may give to a case. */
  static final int MOST = 50;

  @Inject private CaseAccess access;
  @Inject private KeptCases kept;
  @Inject private CaseRepository cases;
  @Inject private CaseLinkRepository links;
  @Inject private LinkViews views;
  @Inject private CaseHistory history;
  @Inject private RecordIds ids;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * The links of a case, the oldest other case first.
   *
   * @throws UnknownRecord when there is no such case that the caller may see
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<LinkView> of(String caseNumber) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    return views.of(about, caller, cases.historyOf(about.id())).links();
  }

  /**
   * Links a case with another one.
   *
   * @param relation what the case is to the other
   * @param reason why; may be empty
   * @throws UnknownRecord when one of them is no case that the caller may see
   * @throws RuleViolation LINK-001 when both are the same, LINK-002 when they are linked already, LINK-003 when the reason is too long, LINK-004
   *     when one of them has too many links, LINK-005 when there is a reason and the personal data of one of them was erased
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public LinkView link(String caseNumber, CaseRelation relation, String otherNumber, String reason) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    Case other = access.require(otherNumber, caller);
    Instant now = clock.instant();
    CaseLink link = new CaseLink(ids.next(RecordKind.CASE_LINK), about.number(), relation, other.number(), reason, caller.name(), now);
    lock(about, other);
    if (links.find(about.number(), other.number()).isPresent()) {
      throw new RuleViolation("LINK-002", "Cases %s and %s are linked already; remove that link first.".formatted(about.number(), other.number()));
    }
    for (Case each : List.of(about, other)) {
      requireRoom(each);
      if (!link.reason().isEmpty()) {
        kept.require(each, "LINK-005", "The personal data of case %s was erased; link it without a reason.");
      }
    }
    links.add(link);
    history.linked(about, relation, other, caller.name(), now);
    return LinkView.of(about, other, link);
  }

  /**
   * Takes the link of two cases away.
   *
   * @throws UnknownRecord when one of them is no case that the caller may see, or they are not linked
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void unlink(String caseNumber, String otherNumber) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    Case other = access.require(otherNumber, caller);
    lock(about, other);
    CaseLink link = links.find(about.number(), other.number()).orElseThrow(() -> new UnknownRecord("link", otherNumber));
    links.remove(link);
    history.unlinked(about, link.relationOf(about.number()), other, caller.name(), clock.instant());
  }

  /** The smaller id first, or two people who link the same two cases would wait for each other. */
  private void lock(Case one, Case other) {
    boolean inOrder = one.id() < other.id();
    access.lock(inOrder ? one : other);
    access.lock(inOrder ? other : one);
  }

  private void requireRoom(Case linked) {
    if (links.count(linked.number()) >= MOST) {
      throw new RuleViolation("LINK-004", "Case %s has %d links; remove one that nobody needs.".formatted(linked.number(), MOST));
    }
  }
}
