package org.casebound.fulfillment.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.WaitTime;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.simulation.SimulationReport.Told;

/** What the decisions about steps lead to in a story: questions, waits, messages. */
final class StepEffects {
  private final ProcessBundle bundle;
  private final Agenda agenda;
  private final Minutes minutes;
  private final Calendars calendars;
  private final CallStub calls;
  private final PeopleStub people;
  private final Turn turn;
  private final List<Scenario.Event> early = new ArrayList<>();

  StepEffects(
      ProcessBundle bundle, Agenda agenda, Minutes minutes, Calendars calendars, CallStub calls, PeopleStub people, Turn turn) {
    this.bundle = bundle;
    this.agenda = agenda;
    this.minutes = minutes;
    this.calendars = calendars;
    this.calls = calls;
    this.people = people;
    this.turn = turn;
  }

  /** An event came, and nobody awaits it yet. */
  void keep(Scenario.Event event) {
    early.add(event);
  }

  /** Lets the decision have its effect; what the flow must be told at once, if anything. */
  Optional<FlowEvent> of(SimulatedFlow flow, Decision decision, CaseSheet sheet) {
    if (decision instanceof Decision.WorkOffered offered) {
      minutes.passed(flow, Mark.BEGUN, offered.step(), "");
      people.offer(flow, offered, sheet);
    } else if (decision instanceof Decision.CallPlaced placed) {
      calls.call(flow, placed);
    } else if (decision instanceof Decision.ActionPlaced placed) {
      calls.act(flow, placed);
    } else if (decision instanceof Decision.RecordsWanted wanted) {
      return Optional.of(calls.find(flow, wanted));
    } else if (decision instanceof Decision.RecordWritten written) {
      return Optional.of(calls.write(flow, written));
    } else if (decision instanceof Decision.Notified note) {
      minutes.told(new Told(agenda.now(), note.step(), note.channel(), note.to(), note.subject(), note.text()));
    } else if (decision instanceof Decision.WaitBegun wait) {
      return begin(flow, wait);
    } else if (decision instanceof Decision.EventAwaited wait) {
      return await(flow, wait);
    } else {
      noted(flow, decision);
    }
    return Optional.empty();
  }

  private void noted(SimulatedFlow flow, Decision decision) {
    if (decision instanceof Decision.StepStarted started) {
      minutes.passed(flow, Mark.BEGUN, started.step(), "");
    } else if (decision instanceof Decision.StepCompleted done) {
      minutes.passed(flow, Mark.COMPLETED, done.step(), done.outcome());
    } else if (decision instanceof Decision.StepDiscontinued left) {
      minutes.passed(flow, Mark.LEFT, left.step(), left.reason());
    } else if (decision instanceof Decision.FaultTaken taken) {
      minutes.passed(flow, Mark.FAULT, taken.step(), "%s: %s: %s".formatted(taken.element(), taken.code(), taken.message()));
    } else if (decision instanceof Decision.StepFaulted faulted) {
      minutes.passed(flow, Mark.FAULT, faulted.step(), faulted.code() + ": " + faulted.message());
    } else if (decision instanceof Decision.StepFailed failed) {
      minutes.passed(flow, Mark.FAILED, failed.step(), failed.code() + ": " + failed.message());
    }
  }

  private Optional<FlowEvent> begin(SimulatedFlow flow, Decision.WaitBegun wait) {
    try {
      Instant end = endOf(wait.time());
      minutes.passed(flow, Mark.WAITS, wait.step(), end.toString());
      timer(flow, wait.step(), wait.element(), end);
      return Optional.empty();
    } catch (RuleViolation uncountable) {
      return Optional.of(new FlowEvent.StepBroken(wait.step(), uncountable.code(), String.valueOf(uncountable.getMessage())));
    }
  }

  private Instant endOf(WaitTime time) {
    if (time instanceof WaitTime.Until until) {
      return until.instant();
    }
    WaitTime.For wait = (WaitTime.For) time;
    return wait.calendar().isEmpty()
        ? agenda.now().plus(wait.duration())
        : calendars.of(bundle, wait.calendar()).add(agenda.now(), wait.duration());
  }

  private Optional<FlowEvent> await(SimulatedFlow flow, Decision.EventAwaited wait) {
    minutes.passed(flow, Mark.WAITS, wait.step(), wait.event());
    for (Iterator<Scenario.Event> kept = early.iterator(); kept.hasNext(); ) {
      Scenario.Event event = kept.next();
      if (event.event().equals(wait.event())) {
        kept.remove();
        return Optional.of(new FlowEvent.EventArrived(event.event(), event.data()));
      }
    }
    wait.timeout().ifPresent(time -> timer(flow, wait.step(), wait.element(), agenda.now().plus(time)));
    return Optional.empty();
  }

  private void timer(SimulatedFlow flow, String step, String element, Instant end) {
    int wait = flow.beginWait(step);
    agenda.plan(
        end,
        () -> {
          if (flow.stillWaits(step, wait)) {
            turn.happens(flow, new FlowEvent.TimerFired(step, element));
          }
        });
  }
}
