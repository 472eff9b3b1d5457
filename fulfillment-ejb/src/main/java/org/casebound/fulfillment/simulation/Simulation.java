package org.casebound.fulfillment.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.definition.Scenario.End;
import org.casebound.domain.definition.TriggerDefinition.Path;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.RecordChange;
import org.casebound.domain.flow.ScheduledStart;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.flow.WaitingFor;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.simulation.SimulationReport.Ending;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.studio.PublishedProcess;
import org.casebound.fulfillment.studio.SampleValidation;
import org.casebound.fulfillment.studio.TriggeredFlow;

/**
 * One story, played once: triggers, flows and the case as the engine moves them, but in memory, on a clock that jumps. Not
 * thread-safe.
 */
final class Simulation {
  /** Things that may happen in one story. */
  static final int MOST_HAPPENINGS = 2_000;

  private static final int MOST_DEPTH = 16;
  private static final String TOO_LATE = "FLOW-001";

  private final PublishedProcess process;
  private final Scenario scenario;
  private final Expressions expressions;
  private final CaseSheet sheet;
  private final Agenda agenda;
  private final Minutes minutes;
  private final StepEffects effects;
  private final CaseTimes times;
  private final List<SimulatedFlow> flows = new ArrayList<>();
  private Optional<Ending> refusal = Optional.empty();
  private boolean filing = true;

  Simulation(
      PublishedProcess process,
      Scenario scenario,
      Story story,
      CaseSheet sheet,
      Agenda agenda,
      Minutes minutes,
      Expressions expressions,
      SampleValidation samples,
      Calendars calendars) {
    this.process = process;
    this.scenario = scenario;
    this.expressions = expressions;
    this.sheet = sheet;
    this.agenda = agenda;
    this.minutes = minutes;
    CallStub calls = new CallStub(process.bundle(), story, agenda, minutes, expressions, this::advance);
    WorkTimes workTimes = new WorkTimes(process.bundle(), sheet, agenda, minutes, expressions, calendars);
    PeopleStub people = new PeopleStub(process.bundle(), story, agenda, minutes, samples, workTimes, this::advance);
    this.effects = new StepEffects(process.bundle(), agenda, minutes, calendars, calls, people, this::advance);
    this.times = new CaseTimes(process.bundle(), sheet, agenda, minutes, expressions, calendars, this::escalated);
  }

  SimulationReport play() {
    sheet.moveTo(queue());
    times.begin();
    RecordChange filed = RecordChange.filed(sheet.ofCase(), sheet.ofRequest());
    process.triggeredFlows(true).forEach(flow -> start(flow, filed, 0));
    filing = false;
    scenario.events().forEach(event -> agenda.plan(scenario.at().plus(event.after()), () -> arrive(event)));
    int happenings = 0;
    while (!isOver() && agenda.next()) {
      if (++happenings >= MOST_HAPPENINGS) {
        minutes.missing("After %d things that happened it does not end; look for stages that lead back.".formatted(happenings));
        break;
      }
    }
    return minutes.report(scenario.at(), ending(), sheet, flows);
  }

  private boolean isOver() {
    return refusal.isPresent() || sheet.isClosed() && flows.stream().noneMatch(SimulatedFlow::underWay);
  }

  private void start(TriggeredFlow flow, RecordChange change, int depth) {
    try {
      if (refusal.isPresent() || !flow.rule().startedBy(change)) {
        return;
      }
      SimulatedFlow run = new SimulatedFlow(flow.name(), process.machines().get(flow.name()), depth, sheet);
      if (depth > MOST_DEPTH) {
        minutes.stopped(new Ending(End.INCIDENT, "FLOW-021", "Flows trigger each other without end; mend the entry conditions."));
      } else if (flow.trigger().path() instanceof Path.Immediate) {
        begin(run);
      } else if (flow.trigger().path() instanceof Path.Scheduled scheduled) {
        Instant time = ScheduledStart.of(scheduled, flow.trigger().record(), change, expressions, agenda.now());
        agenda.plan(time, () -> startDue(flow, scheduled, run));
      } else {
        agenda.plan(agenda.now(), () -> begin(run));
      }
    } catch (RuleViolation broken) {
      minutes.stopped(new Ending(End.INCIDENT, broken.code(), "Flow '%s' can not start: %s".formatted(flow.name(), broken.getMessage())));
    }
  }

  private void begin(SimulatedFlow run) {
    flows.add(run);
    advance(run, new FlowEvent.Started());
  }

  /** The condition is asked again; a date that has moved moves the start. */
  private void startDue(TriggeredFlow flow, Path.Scheduled scheduled, SimulatedFlow run) {
    RecordChange now = RecordChange.filed(sheet.ofCase(), sheet.ofRequest());
    if (!flow.rule().holdsAfter(now)) {
      return;
    }
    Instant time = ScheduledStart.of(scheduled, flow.trigger().record(), now, expressions, agenda.now());
    if (scheduled.from().isPresent() && time.isAfter(agenda.now())) {
      agenda.plan(time, () -> startDue(flow, scheduled, run));
    } else {
      begin(run);
    }
  }

  private void arrive(Scenario.Event event) {
    List<SimulatedFlow> waiting = flows.stream().filter(flow -> flow.awaits(event.event())).toList();
    if (waiting.isEmpty()) {
      effects.keep(event);
    }
    waiting.forEach(flow -> advance(flow, new FlowEvent.EventArrived(event.event(), event.data())));
  }

  private void advance(SimulatedFlow flow, FlowEvent first) {
    Values caseBefore = sheet.ofCase();
    Values requestBefore = sheet.ofRequest();
    Deque<FlowEvent> events = new ArrayDeque<>(List.of(first));
    while (!events.isEmpty()) {
      for (Decision decision : decide(flow, events.remove())) {
        wayOf(flow, decision);
        flow.apply(decision);
        change(flow, decision);
        effects.of(flow, decision, sheet).ifPresent(events::add);
      }
    }
    closeAtEnd(flow);
    reflect(flow);
    times.changed();
    tellOthers(Optional.of(flow), RecordChange.updated(caseBefore, sheet.ofCase(), requestBefore, sheet.ofRequest()));
  }

  private void escalated(RecordChange change) {
    times.changed();
    tellOthers(Optional.empty(), change);
  }

  private List<Decision> decide(SimulatedFlow flow, FlowEvent event) {
    try {
      return flow.decide(event, (step, element) -> minutes.reached(flow, step, element));
    } catch (RuleViolation refused) {
      if (!refused.code().equals(TOO_LATE)) {
        minutes.missing(String.valueOf(refused.getMessage()));
      }
      return List.of();
    }
  }

  private void wayOf(SimulatedFlow flow, Decision decision) {
    if (decision instanceof Decision.StageEntered entered) {
      flow.state().stage().ifPresent(from -> minutes.went(flow, from, entered.stage()));
      minutes.passed(flow, Mark.STAGE, entered.stage(), "");
    } else if (decision instanceof Decision.FlowCompleted) {
      flow.state().stage().ifPresent(from -> minutes.went(flow, from, Coverage.END));
    }
  }

  private void change(SimulatedFlow flow, Decision decision) {
    if (decision instanceof Decision.RequestUpdated updated) {
      sheet.updateRequest(updated.values());
      minutes.changed("request", updated.values());
    } else if (decision instanceof Decision.CaseUpdated updated) {
      sheet.updateCase(updated.values());
      minutes.changed("case", updated.values());
    } else if (decision instanceof Decision.CaseClosed closed) {
      sheet.close(closed.resolution(), closed.reason());
    } else if (decision instanceof Decision.StepFailed failed) {
      stopped(failed.code(), "Step '%s': %s".formatted(failed.step(), failed.message()));
      if (filing && failed.refusing() && flow.depth() == 0) {
        refusal = Optional.of(new Ending(End.REFUSED, failed.code(), failed.message()));
      }
    } else if (decision instanceof Decision.FlowFailed failed) {
      stopped(failed.code(), "Flow '%s': %s".formatted(flow.name(), failed.message()));
    }
  }

  private void stopped(String code, String why) {
    minutes.stopped(new Ending(End.INCIDENT, code, why));
  }

  /** A case closes when the flow that fulfills it has ended and no other is under way. */
  private void closeAtEnd(SimulatedFlow flow) {
    if (flow.state().state() != FlowState.COMPLETED || sheet.isClosed()) {
      return;
    }
    boolean fulfilled =
        flows.stream().anyMatch(each -> process.isFulfillment(each.name()) && each.state().state() == FlowState.COMPLETED);
    if (fulfilled && flows.stream().noneMatch(SimulatedFlow::underWay)) {
      sheet.close(Resolution.FULFILLED, "");
    }
  }

  private void reflect(SimulatedFlow flow) {
    boolean failed = flow.state().state() == FlowState.ERROR;
    if (failed) {
      sheet.progress(CaseStatus.ESCALATED);
    } else if (process.isFulfillment(flow.name())) {
      sheet.progress(waits(flow) ? CaseStatus.WAITING : CaseStatus.IN_PROGRESS);
    } else if (sheet.status() == CaseStatus.ESCALATED) {
      sheet.progress(CaseStatus.IN_PROGRESS);
    }
  }

  private static boolean waits(SimulatedFlow flow) {
    List<StepState> steps = flow.state().steps().values().stream().map(step -> step.state()).toList();
    return steps.contains(StepState.WAITING) && !steps.contains(StepState.IN_PROGRESS) && !steps.contains(StepState.READY);
  }

  /** Other flows ask their conditions again, and some may start. */
  private void tellOthers(Optional<SimulatedFlow> cause, RecordChange change) {
    if (change.records().isEmpty()) {
      return;
    }
    flows.stream()
        .filter(flow -> flow.underWay() && cause.filter(flow::equals).isEmpty())
        .forEach(flow -> agenda.plan(agenda.now(), () -> recheck(flow)));
    int depth = cause.map(SimulatedFlow::depth).orElse(0) + 1;
    process.triggeredFlows(false).forEach(flow -> agenda.plan(agenda.now(), () -> start(flow, change, depth)));
  }

  private void recheck(SimulatedFlow flow) {
    if (flow.underWay()) {
      advance(flow, new FlowEvent.Rechecked());
    }
  }

  private Ending ending() {
    if (refusal.isPresent()) {
      return refusal.get();
    } else if (sheet.resolution().isPresent()) {
      return new Ending(End.valueOf(sheet.resolution().get().name()), "", sheet.reason());
    }
    Optional<Ending> incident = minutes.incident().filter(why -> stopsStill());
    return incident.orElseGet(() -> new Ending(End.OPEN, "", waitsFor()));
  }

  private boolean stopsStill() {
    return flows.isEmpty() || flows.stream().anyMatch(flow -> flow.state().state() == FlowState.ERROR);
  }

  private String waitsFor() {
    String waits =
        flows.stream()
            .filter(SimulatedFlow::underWay)
            .flatMap(flow -> flow.waitsFor().stream())
            .map(Simulation::sentence)
            .distinct()
            .collect(Collectors.joining(" "));
    return waits.isEmpty() ? "The case is in the queue '%s' and waits for a person.".formatted(sheet.queue()) : waits;
  }

  private static String sentence(WaitingFor wait) {
    return switch (wait.kind()) {
      case PERSON -> "The step '%s' waits for a person.".formatted(wait.step());
      case EVENT -> "The step '%s' waits for the event '%s'.".formatted(wait.step(), wait.what());
      case CALL, ACTION, RECORDS -> "The step '%s' waits for '%s'.".formatted(wait.step(), wait.what());
      case TIME -> "The step '%s' waits for a time.".formatted(wait.step());
      case EXIT -> "The stage '%s' waits for its exit condition.".formatted(wait.what());
      case START, DECISION, RESUMPTION -> "'%s' waits for a person's decision.".formatted(wait.what());
    };
  }

  /** Where a person finds the case: the first rule that holds says it. */
  private String queue() {
    return process.process().rules().assignment().stream()
        .filter(rule -> rule.when().map(this::holds).orElse(true))
        .findFirst()
        .map(rule -> rule.queue())
        .orElse(process.process().queue());
  }

  private boolean holds(String condition) {
    try {
      return expressions.holds(condition, sheet.facts());
    } catch (RuleViolation broken) {
      return false;
    }
  }
}
