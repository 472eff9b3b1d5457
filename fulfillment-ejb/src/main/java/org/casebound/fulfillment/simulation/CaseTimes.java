package org.casebound.fulfillment.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.definition.CaseRules;
import org.casebound.domain.definition.CaseRules.EscalationRule;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;
import org.casebound.domain.definition.Deadline.Escalation;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario.Watch;
import org.casebound.domain.flow.RecordChange;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.cases.TimeText;
import org.casebound.fulfillment.simulation.SimulationReport.Due;

/**
 * The promised times of the case of a story, and the rules about its age: what warns, what is violated, what escalates. Not
 * thread-safe.
 */
final class CaseTimes {
  private static final long CASE = 1;

  private final ProcessBundle bundle;
  private final CaseRules rules;
  private final Calendars calendars;
  private final CaseSheet sheet;
  private final Agenda agenda;
  private final Minutes minutes;
  private final Expressions expressions;
  private final EscalatedCase escalated;
  private final List<Promised> promises = new ArrayList<>();

  /**
   * @param changed is told what an escalation changed
   */
  CaseTimes(
      ProcessBundle bundle,
      CaseSheet sheet,
      Agenda agenda,
      Minutes minutes,
      Expressions expressions,
      Calendars calendars,
      Consumer<RecordChange> changed) {
    this.bundle = bundle;
    this.rules = bundle.process().rules();
    this.calendars = calendars;
    this.sheet = sheet;
    this.agenda = agenda;
    this.minutes = minutes;
    this.expressions = expressions;
    this.escalated = new EscalatedCase(sheet, agenda, minutes, expressions, changed);
  }

  /** A milestone of the case; {@code violation} is the place of its end among what is due. */
  private record Promised(MilestoneDefinition definition, Milestone milestone, int violation) {}

  /** The case was filed: its times begin to run. */
  void begin() {
    try {
      rules.milestones().forEach(this::promise);
      rules.escalations().forEach(this::schedule);
    } catch (RuleViolation uncountable) {
      minutes.missing("Promised times are not counted. " + uncountable.getMessage());
    }
  }

  private void promise(MilestoneDefinition definition) {
    Milestone started = new Milestone(promises.size() + 1L, CASE, definition, calendar(), agenda.now());
    Instant end = started.dueAt().orElseThrow();
    Promised promised = new Promised(definition, started, minutes.planned(due(end, Watch.VIOLATION, definition)));
    promises.add(promised);
    started
        .warnAt()
        .ifPresent(
            at -> {
              int warning = minutes.planned(due(at, Watch.WARNING, definition));
              agenda.plan(at, () -> warn(promised, warning));
            });
    agenda.plan(end, () -> violate(promised));
  }

  /** In whose hours the process is measured. */
  private BusinessCalendar calendar() {
    return calendars.of(bundle, Optional.empty());
  }

  private static Due due(Instant at, Watch watch, MilestoneDefinition definition) {
    return Due.planned(at, watch, definition.name(), definition.label());
  }

  private void warn(Promised promised, int warning) {
    if (promised.milestone().state() == MilestoneState.RUNNING) {
      promised.milestone().warned();
      String left = TimeText.of(promised.definition().warnBefore().orElseThrow());
      String to = "queue:" + sheet.queue();
      escalated.tell(to, "'%s' is due in %s.".formatted(promised.definition().label(), left));
      minutes.came(warning, "for " + to);
    }
  }

  private void violate(Promised promised) {
    if (promised.milestone().state() != MilestoneState.RUNNING) {
      return;
    }
    promised.milestone().violate();
    minutes.came(promised.violation(), "");
    Duration after = promised.definition().onViolation().map(Escalation::after).orElse(Duration.ZERO);
    Instant at = after.isZero() ? agenda.now() : calendar().add(agenda.now(), after);
    int escalation = minutes.planned(due(at, Watch.ESCALATION, promised.definition()));
    if (after.isZero()) {
      act(promised, escalation);
    } else {
      agenda.plan(at, () -> act(promised, escalation));
    }
  }

  private void act(Promised promised, int escalation) {
    if (promised.milestone().state() == MilestoneState.VIOLATED) {
      String why = "'%s' is late".formatted(promised.definition().label());
      minutes.came(escalation, escalated.escalate(promised.definition().onViolation(), why));
    }
  }

  private void schedule(EscalationRule rule) {
    Instant at = calendar().add(agenda.now(), rule.age());
    int escalation = minutes.planned(Due.planned(at, Watch.ESCALATION, rule.name(), rule.name()));
    agenda.plan(at, () -> ask(rule, escalation));
  }

  /** A rule is asked about an open case; one that can not be asked escalates, too. */
  private void ask(EscalationRule rule, int escalation) {
    if (sheet.isClosed()) {
      return;
    }
    String age = "open for %s (rule '%s')".formatted(TimeText.of(rule.age()), rule.name());
    try {
      if (rule.when().isEmpty() || expressions.holds(rule.when().get(), sheet.facts())) {
        minutes.came(escalation, escalated.escalate(Optional.of(rule.action()), age));
      } else {
        minutes.because(escalation, "Its condition does not hold.");
      }
    } catch (RuleViolation broken) {
      minutes.came(
          escalation,
          escalated.escalate(Optional.of(rule.action()), "%s; its condition could not be asked. %s".formatted(age, broken.getMessage())));
    }
  }

  /** The case or its request may have changed: milestones may be reached, and at the end of the case the others are given up. */
  void changed() {
    for (Promised promised : promises) {
      if (promised.milestone().state().open()) {
        boolean atEnd = sheet.isClosed() && promised.definition().reachedWhen().isEmpty();
        if (atEnd || promised.definition().reachedWhen().map(this::holds).orElse(false)) {
          promised.milestone().reach(agenda.now());
          minutes.because(promised.violation(), "reached at " + agenda.now());
        } else if (sheet.isClosed()) {
          promised.milestone().abandon(agenda.now());
          minutes.because(promised.violation(), "the case was closed at %s without it".formatted(agenda.now()));
        }
      }
    }
  }

  private boolean holds(String condition) {
    try {
      return expressions.holds(condition, sheet.facts());
    } catch (RuleViolation broken) {
      return false;
    }
  }
}
