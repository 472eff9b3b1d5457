package org.casebound.fulfillment.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.definition.Deadline;
import org.casebound.domain.definition.Element.Notify.Channel;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario.Watch;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.simulation.SimulationReport.Due;
import org.casebound.fulfillment.simulation.SimulationReport.Told;
import org.casebound.fulfillment.simulation.SimulationReport.Work;

/** When the work of a story must be done: what reminds of it, and what happens when it is late. Not thread-safe. */
final class WorkTimes {
  private final ProcessBundle bundle;
  private final CaseSheet sheet;
  private final Agenda agenda;
  private final Minutes minutes;
  private final Expressions expressions;
  private final Calendars calendars;

  WorkTimes(
      ProcessBundle bundle, CaseSheet sheet, Agenda agenda, Minutes minutes, Expressions expressions, Calendars calendars) {
    this.bundle = bundle;
    this.sheet = sheet;
    this.agenda = agenda;
    this.minutes = minutes;
    this.expressions = expressions;
    this.calendars = calendars;
  }

  /** Whether nobody has done the work yet. */
  interface Open {
    boolean isOpen();
  }

  /** When work that is offered now is due; empty when it can not be counted. */
  Optional<Instant> due(Deadline deadline) {
    try {
      return Optional.of(calendar(deadline).add(agenda.now(), deadline.within()));
    } catch (RuleViolation uncountable) {
      minutes.missing("No due date: " + uncountable.getMessage());
      return Optional.empty();
    }
  }

  /** Watches the clock for work that was offered now and has a due date. */
  void watch(Work work, Deadline deadline, Open open) {
    BusinessCalendar calendar = calendar(deadline);
    for (Duration before : deadline.reminders()) {
      if (before.compareTo(deadline.within()) < 0) {
        plan(work, Watch.REMINDER, calendar.add(agenda.now(), deadline.within().minus(before)), open, () -> remind(work, before));
      }
    }
    deadline
        .escalation()
        .ifPresent(
            late -> plan(work, Watch.ESCALATION, calendar.add(agenda.now(), deadline.within().plus(late.after())), open, () -> escalate(work, late)));
  }

  private BusinessCalendar calendar(Deadline deadline) {
    return calendars.of(bundle, deadline.calendar());
  }

  private interface Happening {
    /** What was done, in words. */
    String happens();
  }

  private void plan(Work work, Watch watch, Instant at, Open open, Happening what) {
    int due = minutes.planned(Due.planned(at, watch, work.step(), work.label()));
    agenda.plan(
        at,
        () -> {
          if (open.isOpen()) {
            minutes.came(due, what.happens());
          }
        });
  }

  private String remind(Work work, Duration before) {
    String to = work.user().map(user -> "user:" + user).orElse("queue:" + work.queue());
    tell(work, to, "is due in " + before);
    return "for " + to;
  }

  private String escalate(Work work, Deadline.Escalation late) {
    List<String> what = new ArrayList<>();
    late.priority().filter(higher -> higher.compareTo(Priority.valueOf(work.priority())) > 0).ifPresent(higher -> what.add("priority " + higher));
    late.queue().ifPresent(queue -> what.add("queue " + queue));
    late.tell().ifPresent(whom -> what.add(tellLate(work, whom)));
    return String.join(", ", what);
  }

  private String tellLate(Work work, String whom) {
    try {
      String to = String.valueOf(expressions.value(whom, sheet.facts()));
      tell(work, to, "is late");
      return "for " + to;
    } catch (RuleViolation broken) {
      return "Nobody could be told. " + broken.getMessage();
    }
  }

  private void tell(Work work, String to, String what) {
    String subject = "'%s' of case %s %s".formatted(work.label(), sheet.number(), what);
    minutes.told(new Told(agenda.now(), work.step(), Channel.IN_APP, to, subject, "In the queue %s.".formatted(work.queue())));
  }
}
