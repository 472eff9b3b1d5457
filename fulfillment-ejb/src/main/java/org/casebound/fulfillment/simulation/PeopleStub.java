package org.casebound.fulfillment.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeProblem;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.flow.WorkOffer;
import org.casebound.fulfillment.simulation.SimulationReport.Work;
import org.casebound.fulfillment.studio.SampleValidation;

/** The people of a story: they do with their work items what the story says, and otherwise choose the first outcome at once. */
final class PeopleStub {
  private final ProcessBundle bundle;
  private final Story story;
  private final Agenda agenda;
  private final Minutes minutes;
  private final SampleValidation samples;
  private final WorkTimes times;
  private final Turn turn;

  PeopleStub(
      ProcessBundle bundle,
      Story story,
      Agenda agenda,
      Minutes minutes,
      SampleValidation samples,
      WorkTimes times,
      Turn turn) {
    this.bundle = bundle;
    this.story = story;
    this.agenda = agenda;
    this.minutes = minutes;
    this.samples = samples;
    this.times = times;
    this.turn = turn;
  }

  void offer(SimulatedFlow flow, Decision.WorkOffered offered, CaseSheet sheet) {
    WorkOffer offer = offered.offer();
    StepDefinition.Interactive work = offered.work();
    boolean known = bundle.queues().stream().anyMatch(queue -> queue.name().equals(offer.queue()));
    String note = known ? offer.note() : "%s There is no queue '%s'.".formatted(offer.note(), offer.queue()).strip();
    Work offeredWork =
            new Work(
                agenda.now(),
                flow.name(),
                offered.step(),
                offered.label(),
                offer.user(),
                known ? offer.queue() : work.queue(),
                offer.priority().orElse(String.valueOf(sheet.ofCase().asMap().get("priority"))),
                work.deadline().flatMap(times::due),
                note,
                Optional.empty(),
                "",
                "");
    int item = minutes.offered(offeredWork);
    int wait = flow.beginWait(offered.step());
    if (offeredWork.dueAt().isPresent()) {
      times.watch(offeredWork, work.deadline().orElseThrow(), () -> flow.stillWaits(offered.step(), wait));
    }
    Scenario.Decided told = story.work(offered.step());
    StepDefinition.Outcome outcome = outcome(work, told);
    String by = told.by().or(offer::user).orElseGet(() -> anybody(offer.excluded()));
    AttributeCheck data = samples.check("", work.fields(), told.data());
    Optional<String> hindrance = hindrance(offered.step(), offer.excluded(), by, outcome, told.comment(), data);
    if (hindrance.isPresent()) {
      minutes.missing(hindrance.get());
      return;
    }
    agenda.plan(agenda.now().plus(told.after()), () -> finish(flow, offered.step(), wait, item, outcome.name(), by, told.comment(), data.values()));
  }

  private void finish(
      SimulatedFlow flow, String step, int wait, int item, String outcome, String by, String comment, Map<String, Object> data) {
    if (flow.stillWaits(step, wait)) {
      minutes.done(item, outcome, by);
      turn.happens(flow, new FlowEvent.WorkFinished(step, by, outcome, comment, data));
    }
  }

  private static StepDefinition.Outcome outcome(StepDefinition.Interactive work, Scenario.Decided told) {
    List<StepDefinition.Outcome> outcomes = work.outcomes();
    return told.outcome()
        .flatMap(name -> outcomes.stream().filter(outcome -> outcome.name().equals(name)).findFirst())
        .orElseGet(() -> outcomes.get(0));
  }

  /** Somebody who may work it. */
  private static String anybody(Set<String> excluded) {
    return IntStream.iterate(1, i -> i + 1).mapToObj(i -> "person-" + i).filter(name -> !excluded.contains(name)).findFirst().orElseThrow();
  }

  private static Optional<String> hindrance(
      String step, Set<String> excluded, String by, StepDefinition.Outcome outcome, String comment, AttributeCheck data) {
    if (excluded.contains(by)) {
      return Optional.of("'%s' may not work the step '%s' (separation of duties); let another person do it.".formatted(by, step));
    } else if (outcome.reasonRequired() && comment.isBlank()) {
      return Optional.of("The outcome '%s' of the step '%s' needs a reason: give a 'comment' under 'work'.".formatted(outcome.name(), step));
    }
    return data.problems().stream().findFirst().map(problem -> unfit(step, problem));
  }

  private static String unfit(String step, AttributeProblem problem) {
    return "The form of the step '%s' can not be completed: %s Give 'data' under 'work'.".formatted(step, problem.message());
  }
}
