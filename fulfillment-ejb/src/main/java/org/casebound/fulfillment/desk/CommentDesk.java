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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.notice.Notices;
import org.casebound.fulfillment.persistence.CaseCommentRepository;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/**
 * What those who work a case say to each other. Whoever is mentioned, as {@code @name}, is told; only people who may see the case can be:
 * those who have or had work of it, and those who had work of its queues. Requesters neither read comments nor are mentioned.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class CommentDesk {
  private static final int MOST = 100;
  private static final Duration REPEATED = Duration.ofMinutes(1);

  @Inject private CaseAccess access;
  @Inject private WorkItemAccess work;
  @Inject private KeptCases kept;
  @Inject private CaseCommentRepository comments;
  @Inject private CaseRepository cases;
  @Inject private WorkItemRepository items;
  @Inject private Notices notices;
  @Inject private RecordIds ids;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** One comment. */
  public record Said(String author, String text, Instant at) {}

  /**
   * What was said about a case.
   *
   * @param comments the newest hundred, oldest first
   * @param people whom the caller may mention at least: those of this case, by name, without himself
   */
  public record Talk(List<Said> comments, List<String> people) {}

  /** @throws org.casebound.domain.shared.UnknownRecord when there is no such case that the caller may see */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public Talk of(String caseNumber) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    List<CaseComment> said = new ArrayList<>(comments.newest(about.id(), MOST));
    Collections.reverse(said);
    Set<String> people = peopleOf(items.ofCase(about.id()), said);
    people.remove(caller.name());
    return new Talk(said.stream().map(each -> new Said(each.author(), each.text(), each.createdAt())).toList(), List.copyOf(people));
  }

  /**
   * Says something.
   *
   * @throws RuleViolation COMMENT-001 when it is empty or too long, COMMENT-002 when somebody is mentioned who may not see the case as far
   *     as is known, COMMENT-003 when the personal data of the case was erased
   * @throws org.casebound.domain.shared.UnknownRecord when there is no such case that the caller may see
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void add(String caseNumber, String text) {
    Caller caller = Caller.of(context);
    Case about = access.require(caseNumber, caller);
    if (text.isBlank() || text.strip().length() > CaseComment.LONGEST) {
      throw new RuleViolation("COMMENT-001", "Write 1 to %d characters.".formatted(CaseComment.LONGEST));
    }
    kept.require(about, "COMMENT-003", "The personal data of case %s was erased, so nothing can be said about it any more.");
    Set<String> mentioned = Mentions.in(text);
    requireKnown(about, mentioned);
    Instant now = clock.instant();
    comments.add(new CaseComment(ids.next(RecordKind.CASE_COMMENT), about.id(), caller.name(), text.strip(), now));
    mentioned.stream()
        .filter(name -> !name.equals(caller.name()))
        .forEach(name -> notices.tell(about.id(), false, "user:" + name, "%s mentioned you in case %s".formatted(caller.name(), caseNumber), "", now));
  }

  /**
   * Says something about the case of a work item. Said twice within a minute, as of two items of one case, it is said once.
   *
   * @return number of the case
   * @throws RuleViolation as {@link #add}
   * @throws org.casebound.domain.shared.UnknownRecord when there is no such work item that the caller may see
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public String addTo(long workItemId, String text) {
    Caller caller = Caller.of(context);
    long caseId = work.require(workItemId, caller).caseId();
    String number = new CaseNumber(caseId).toString();
    Instant justNow = clock.instant().minus(REPEATED);
    boolean said =
        comments.newest(caseId, 1).stream()
            .anyMatch(last -> last.author().equals(caller.name()) && last.text().equals(text.strip()) && last.createdAt().isAfter(justNow));
    if (!said) {
      add(number, text);
    }
    return number;
  }

  private void requireKnown(Case about, Set<String> mentioned) {
    if (mentioned.isEmpty()) {
      return;
    }
    List<WorkItem> work = items.ofCase(about.id());
    Set<String> unknown = new TreeSet<>(mentioned);
    unknown.removeAll(peopleOf(work, comments.newest(about.id(), MOST)));
    if (!unknown.isEmpty()) {
      cases.historyOf(about.id()).stream().filter(entry -> entry.subject() == HistoryEntry.Subject.WORK_ITEM).map(HistoryEntry::actor).forEach(unknown::remove);
    }
    if (!unknown.isEmpty()) {
      Set<String> queues = new TreeSet<>(Set.of(about.homeQueue()));
      work.forEach(item -> queues.add(item.queue()));
      unknown.removeAll(comments.workersOf(queues, unknown));
    }
    if (!unknown.isEmpty()) {
      throw new RuleViolation(
          "COMMENT-002", "Nobody called %s is known to work on this case; mention somebody who does.".formatted(String.join(", ", unknown)));
    }
  }

  private static Set<String> peopleOf(List<WorkItem> work, List<CaseComment> said) {
    Set<String> people = new TreeSet<>();
    work.forEach(
        item -> {
          item.assignee().ifPresent(people::add);
          item.onBehalfOf().ifPresent(people::add);
        });
    said.forEach(comment -> people.add(comment.author()));
    return people;
  }
}
