package org.casebound.fulfillment.library;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.ProcessDraft;
import org.casebound.domain.definition.PublicationRule;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.persistence.LibraryRepository;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleRefused;

/** The way of a draft to a second person, who publishes it or gives it back, and whether one is needed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class DraftReviews {
  @Inject private LibraryRepository library;
  @Inject private DraftViews drafts;
  @Inject private AdminChanges changes;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * Asks another process owner to publish a draft.
   *
   * @param read version of the draft that the caller has read
   * @throws BundleRefused when it has mistakes
   * @throws org.casebound.domain.shared.StaleRecord PROC-002 when another person has written meanwhile
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DraftView handIn(String name, int read) {
    ProcessDraft draft = draft(name);
    draft.handIn(read, Caller.of(context).name(), clock.instant());
    List<BundleProblem> problems = drafts.problems(draft);
    if (!problems.isEmpty()) {
      throw new BundleRefused(problems);
    }
    library.flush();
    return drafts.view(draft);
  }

  /**
   * Gives a draft back to its authors.
   *
   * @param read version of the draft that the caller has read
   * @throws RuleViolation REVIEW-001 when it was not handed in
   * @throws org.casebound.domain.shared.StaleRecord PROC-002 when another person has written meanwhile
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DraftView sendBack(String name, int read, String reason) {
    ProcessDraft draft = draft(name);
    draft.sendBack(read, Caller.of(context).name(), reason);
    library.flush();
    return drafts.view(draft);
  }

  private ProcessDraft draft(String name) {
    return library.lockDraft(name).orElseThrow(() -> new UnknownRecord("draft", name));
  }

  /** Whether a second person is needed to publish. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public PublicationRuleView rule() {
    return PublicationRuleView.of(library.publicationRule());
  }

  /** Says whether a second person is needed to publish. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public PublicationRuleView changeRule(boolean fourEyes) {
    PublicationRule rule = library.publicationRule();
    String who = Caller.of(context).name();
    Map<String, Boolean> before = facts(rule);
    rule.change(fourEyes, who, clock.instant());
    changes.keep(who, AdminChangeKind.PUBLICATION_RULE, "publication", before, facts(rule));
    FulfillmentLog.LOG.fourEyes(who, fourEyes);
    return PublicationRuleView.of(rule);
  }

  private static Map<String, Boolean> facts(PublicationRule rule) {
    return Map.of("fourEyes", rule.fourEyes());
  }
}
