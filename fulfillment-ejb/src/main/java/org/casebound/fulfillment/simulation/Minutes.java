package org.casebound.fulfillment.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.Scenario.Result;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.simulation.SimulationReport.Asked;
import org.casebound.fulfillment.simulation.SimulationReport.Changed;
import org.casebound.fulfillment.simulation.SimulationReport.Due;
import org.casebound.fulfillment.simulation.SimulationReport.Ending;
import org.casebound.fulfillment.simulation.SimulationReport.FlowEnd;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.simulation.SimulationReport.Passed;
import org.casebound.fulfillment.simulation.SimulationReport.Reached;
import org.casebound.fulfillment.simulation.SimulationReport.StepEnd;
import org.casebound.fulfillment.simulation.SimulationReport.Told;
import org.casebound.fulfillment.simulation.SimulationReport.Way;
import org.casebound.fulfillment.simulation.SimulationReport.Work;

/** Takes down what happens in a story. Not thread-safe. */
final class Minutes {
  /** Entries of the path that are kept; a story that goes round and round is told by its first ones. */
  private static final int MOST = 2_000;

  private final Agenda agenda;
  private final List<Passed> path = new ArrayList<>();
  private final Map<String, Reached> elements = new LinkedHashMap<>();
  private final List<Work> work = new ArrayList<>();
  private final List<Asked> calls = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final List<Changed> changes = new ArrayList<>();
  private final List<Due> due = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<Way> ways = new LinkedHashSet<>();
  private Optional<Ending> incident = Optional.empty();

  Minutes(Agenda agenda) {
    this.agenda = agenda;
  }

  void passed(SimulatedFlow flow, Mark mark, String name, String detail) {
    if (path.size() < MOST) {
      path.add(new Passed(agenda.now(), flow.name(), mark, name, detail));
    }
  }

  void reached(SimulatedFlow flow, String step, String element) {
    elements.putIfAbsent(
        flow.name() + "/" + step + "/" + element, new Reached(agenda.now(), flow.name(), step, element));
  }

  void went(SimulatedFlow flow, String from, String to) {
    ways.add(new Way(flow.name(), from, to));
  }

  /** Notes a work item; the answer is its place in the list. */
  int offered(Work item) {
    work.add(item);
    return work.size() - 1;
  }

  void done(int item, String outcome, String by) {
    work.set(item, work.get(item).done(agenda.now(), outcome, by));
  }

  /** Notes a question; the answer is its place in the list. */
  int asked(Asked question) {
    calls.add(question);
    return calls.size() - 1;
  }

  void answered(int question, Result result) {
    if (result instanceof Result.Refused refused) {
      answered(question, "REFUSED", refused.code() + ": " + refused.message());
    } else if (result instanceof Result.Failed failed) {
      answered(question, "FAILED", failed.code() + ": " + failed.message());
    } else {
      answered(question, "DONE", "");
    }
  }

  private void answered(int question, String result, String detail) {
    calls.set(question, calls.get(question).answered(result, detail, agenda.now()));
  }

  void told(Told note) {
    told.add(note);
  }

  void changed(String record, Map<String, Object> values) {
    changes.add(new Changed(agenda.now(), record, values));
  }

  /** Notes something that the clock is watched for; the answer is its place in the list. */
  int planned(Due planned) {
    due.add(planned);
    return due.size() - 1;
  }

  /** It came; {@code what} says what was done. */
  void came(int planned, String what) {
    due.set(planned, due.get(planned).came(what));
  }

  /** Says more about it: why nothing was to be done, or what came of it. */
  void because(int planned, String why) {
    due.set(planned, due.get(planned).because(why));
  }

  void missing(String sentence) {
    missing.add(sentence);
  }

  void stopped(Ending why) {
    incident = Optional.of(why);
  }

  /** The last incident. */
  Optional<Ending> incident() {
    return incident;
  }

  SimulationReport report(Instant begunAt, Ending ending, CaseSheet sheet, List<SimulatedFlow> flows) {
    return new SimulationReport(
        begunAt,
        agenda.now(),
        ending,
        path,
        List.copyOf(elements.values()),
        work,
        calls,
        told,
        changes,
        due.stream().sorted(Comparator.comparing(Due::at)).toList(),
        sheet.ofCase().asMap(),
        sheet.ofRequest().asMap(),
        List.copyOf(missing),
        flows.stream().map(this::end).toList());
  }

  private FlowEnd end(SimulatedFlow flow) {
    Map<String, String> stages = new LinkedHashMap<>();
    flow.state().stages().forEach((name, state) -> stages.put(name, state.name()));
    Map<String, StepEnd> steps = new LinkedHashMap<>();
    flow.state()
        .steps()
        .forEach(
            (name, step) -> {
              if (step.state() != StepState.NOT_STARTED) {
                steps.put(name, new StepEnd(step.state().name(), step.outcome()));
              }
            });
    FlowState state = flow.state().state();
    return new FlowEnd(
        flow.name(),
        flow.machine().definition().label(),
        state.name(),
        stages,
        steps,
        ways.stream().filter(way -> way.flow().equals(flow.name())).toList());
  }
}
