package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.notice.Notices;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Tells people about work that was given to them, is due soon or late. Works in the caller's transaction. */
@Dependent
public class WorkNotices {
  @Inject private Notices notices;
  @Inject private CaseRepository cases;
  @Inject private ProcessCatalog catalog;
  @Inject private Expressions expressions;
  @Inject private CaseHistory history;

  /**
   * A person is told that work was given to him; nobody is told what he did himself.
   *
   * @param by who gave it to him
   * @param reason why; may be empty
   */
  public void assigned(WorkItem item, String user, String by, String reason, Instant now) {
    if (!user.equals(by)) {
      String subject = "'%s' of case %s is for you".formatted(item.label(), new CaseNumber(item.caseId()));
      String text = "Work item %d, given to you by %s.".formatted(item.id(), by);
      notices.tell(item.caseId(), false, "user:" + user, subject, reason.isBlank() ? text : text + " " + reason.strip(), now);
    }
  }

  /** Whoever has the work, or else its queue, is told that it is due soon. */
  void dueSoon(WorkItem item, String before, Instant now) {
    tell(item, keeper(item), "is due in " + before, now);
  }

  /** Whoever the definition names is told that the work is late. A name that can not be found out costs nothing but the telling. */
  void late(WorkItem item, String whom, Instant now) {
    Case about = cases.find(item.caseId()).orElseThrow();
    try {
      CaseFacts facts =
          CaseFacts.of(
              catalog.require(about.processName(), about.processVersion()), about, cases.requestOf(about.id()));
      tell(item, String.valueOf(expressions.value(whom, facts.byName())), "is late", now);
    } catch (RuleViolation broken) {
      history.remark(about, HistoryEntry.SYSTEM, "Nobody could be told. " + broken.getMessage(), now);
    }
  }

  /** Whoever has the work, or else its queue, is told that a document can not be looked at. */
  public void infected(WorkItem item, String document, Instant now) {
    String subject = "A document of case %s is harmful".formatted(new CaseNumber(item.caseId()));
    String text = "The document '%s' is kept away from everybody; ask for another one. Work item %d: %s.".formatted(document, item.id(), item.label());
    notices.tell(item.caseId(), false, keeper(item), subject, text, now);
  }

  private static String keeper(WorkItem item) {
    return item.assignee().map(user -> "user:" + user).orElse("queue:" + item.queue());
  }

  private void tell(WorkItem item, String to, String what, Instant now) {
    String subject = "'%s' of case %s %s".formatted(item.label(), new CaseNumber(item.caseId()), what);
    notices.tell(item.caseId(), false, to, subject, "Work item %d in the queue %s.".formatted(item.id(), item.queue()), now);
  }
}
