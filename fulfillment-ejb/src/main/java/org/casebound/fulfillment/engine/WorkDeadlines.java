package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.definition.Deadline;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.domain.workitem.Promise;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DueTaskRepository;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/**
 * When work must be done, in business time: keeps the due date of a work item and the tasks that remind of it and escalate it. Works
 * in the caller's transaction.
 */
@Dependent
public class WorkDeadlines {
  private static final List<DueTaskKind> KINDS = List.of(DueTaskKind.WORK_REMINDER, DueTaskKind.WORK_ESCALATION);

  @Inject private DueTaskPlans plans;
  @Inject private DueTaskRepository tasks;
  @Inject private WorkItemRepository items;
  @Inject private StepDefinitions steps;
  @Inject private Calendars calendars;

  /**
   * A new, saved item must be done in time.
   *
   * @throws org.casebound.domain.shared.RuleViolation CAL-nnn when the calendar can not be counted with
   */
  void promise(WorkItem item, ProcessBundle bundle, Deadline deadline, Instant now) {
    BusinessCalendar calendar = calendars.of(bundle, deadline.calendar());
    item.promise(Promise.due(calendar.add(now, deadline.within())));
    plan(item, deadline, calendar, deadline.within(), now);
  }

  /** The item has ended: nothing is due any more. */
  public void forget(WorkItem item) {
    if (item.promise().isPresent()) {
      tasks.cancel(item.id(), KINDS);
    }
  }

  /**
   * The clocks of the case's open work stand still from now on. What is late already stays late.
   *
   * @return how many clocks were stopped
   */
  public int pause(long caseId, Instant now) {
    int stopped = 0;
    for (WorkItem item : items.openOfCase(caseId)) {
      Promise promise = item.promise().orElse(null);
      if (promise != null && promise.dueAt().filter(now::isBefore).isPresent()) {
        item.promise(promise.paused(calendarOf(item), now));
        tasks.cancel(item.id(), KINDS);
        stopped++;
      }
    }
    return stopped;
  }

  /**
   * The clocks of the case's open work go on: due dates, reminders and escalations move by as much as they stood still.
   *
   * @return how many clocks were started again
   */
  public int resume(long caseId, Instant now) {
    int started = 0;
    for (WorkItem item : items.openOfCase(caseId)) {
      Promise promise = item.promise().orElse(null);
      if (promise != null && promise.timeLeft().isPresent()) {
        BusinessCalendar calendar = calendarOf(item);
        item.promise(promise.resumed(calendar, now));
        deadlineOf(item).ifPresent(deadline -> plan(item, deadline, calendar, promise.timeLeft().get(), now));
        started++;
      }
    }
    return started;
  }

  private void plan(WorkItem item, Deadline deadline, BusinessCalendar calendar, Duration left, Instant now) {
    for (Duration before : deadline.reminders()) {
      if (before.compareTo(left) < 0) {
        add(item, DueTaskKind.WORK_REMINDER, before.toString(), calendar.add(now, left.minus(before)));
      }
    }
    deadline
        .escalation()
        .ifPresent(late -> add(item, DueTaskKind.WORK_ESCALATION, "", calendar.add(now, left.plus(late.after()))));
  }

  private void add(WorkItem item, DueTaskKind kind, String name, Instant dueAt) {
    plans.plan(kind, item.caseId(), item.id(), name, dueAt, Values.EMPTY);
  }

  private BusinessCalendar calendarOf(WorkItem item) {
    return calendars.of(steps.bundleOf(item), deadlineOf(item).flatMap(Deadline::calendar));
  }

  private Optional<Deadline> deadlineOf(WorkItem item) {
    return steps.workOf(item).deadline();
  }
}
