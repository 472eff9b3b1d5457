package org.casebound.fulfillment.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.calendar.BusinessCalendar;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.Milestone;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.definition.CaseRules.MilestoneDefinition;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.engine.CaseFacts;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.persistence.MilestoneRepository;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Starts, pauses and ends the milestones of a case. Works in the caller's transaction, under the lock of the case. */
@Dependent
public class PromisedTimes {
  private static final Set<MilestoneState> KEPT = Set.of(MilestoneState.REACHED, MilestoneState.REACHED_LATE);

  @Inject private MilestoneRepository milestones;
  @Inject private MilestoneTasks tasks;
  @Inject private Calendars calendars;
  @Inject private Expressions expressions;
  @Inject private CaseHistory history;

  /** All milestones of a new case begin to run. */
  void start(Case filed, PublishedProcess process, Instant now) {
    process.process().rules().milestones().forEach(definition -> start(filed, definition, process, now));
  }

  /** All milestones of a reopened case begin to run anew, but for those whose condition held before. */
  void startAnew(Case reopened, PublishedProcess process, Instant now) {
    Set<String> kept =
        milestones.of(reopened.id()).stream()
            .filter(milestone -> KEPT.contains(milestone.state()))
            .map(Milestone::name)
            .collect(Collectors.toSet());
    process.process().rules().milestones().stream()
        .filter(definition -> definition.reachedWhen().isEmpty() || !kept.contains(definition.name()))
        .forEach(definition -> start(reopened, definition, process, now));
  }

  private void start(Case begun, MilestoneDefinition definition, PublishedProcess process, Instant now) {
    Milestone started = new Milestone(milestones.nextId(), begun.id(), definition, calendar(process), now);
    milestones.add(started);
    tasks.plan(started);
  }

  /** Milestones whose condition holds now are reached. */
  void check(Case changed, CaseFacts facts, PublishedProcess process, String actor, Instant now) {
    Map<String, MilestoneDefinition> definitions = definitions(process);
    for (Milestone open : milestones.openOf(changed)) {
      if (holds(changed, definitions.get(open.name()), facts)) {
        MilestoneState before = open.state();
        open.reach(now);
        history.milestone(open, before, actor, "", now);
      }
    }
  }

  /** The case was closed: what was promised for its end is reached, what else is open can not be reached any more. */
  void end(Case closed, CaseFacts facts, PublishedProcess process, String actor, Instant now) {
    Map<String, MilestoneDefinition> definitions = definitions(process);
    for (Milestone open : milestones.openOf(closed)) {
      MilestoneState before = open.state();
      MilestoneDefinition definition = definitions.get(open.name());
      if (definition.reachedWhen().isEmpty() || holds(closed, definition, facts)) {
        open.reach(now);
      } else {
        open.abandon(now);
      }
      history.milestone(open, before, actor, "the case was closed", now);
    }
  }

  /**
   * Stops the clocks of all milestones that run.
   *
   * @return how many were stopped
   */
  public int pause(Case paused, String reason, String actor, Instant now) {
    List<Milestone> running = milestones.openOf(paused).stream().filter(milestone -> milestone.pausable(now)).toList();
    running.forEach(
        milestone -> {
          milestone.pause(reason, now);
          history.milestone(milestone, MilestoneState.RUNNING, actor, reason, now);
        });
    return running.size();
  }

  /**
   * Lets the clocks of all paused milestones run again.
   *
   * @return how many run again
   */
  public int resume(Case resumed, PublishedProcess process, String reason, String actor, Instant now) {
    BusinessCalendar calendar = calendar(process);
    Map<String, MilestoneDefinition> definitions = definitions(process);
    List<Milestone> paused =
        milestones.openOf(resumed).stream().filter(milestone -> milestone.state() == MilestoneState.PAUSED).toList();
    paused.forEach(
        milestone -> {
          milestone.resume(definitions.get(milestone.name()), calendar, now);
          tasks.move(milestone);
          history.milestone(milestone, MilestoneState.PAUSED, actor, reason, now);
        });
    return paused.size();
  }

  private boolean holds(Case seen, MilestoneDefinition definition, CaseFacts facts) {
    Optional<String> condition = definition.reachedWhen();
    try {
      return condition.isPresent() && expressions.holds(condition.get(), facts.byName());
    } catch (RuleViolation broken) {
      FulfillmentLog.LOG.milestoneConditionBroken(seen.number().toString(), definition.name(), broken.getMessage());
      return false;
    }
  }

  private BusinessCalendar calendar(PublishedProcess process) {
    return calendars.of(process.bundle(), Optional.empty());
  }

  private static Map<String, MilestoneDefinition> definitions(PublishedProcess process) {
    return process.process().rules().milestones().stream().collect(Collectors.toMap(MilestoneDefinition::name, Function.identity()));
  }
}
