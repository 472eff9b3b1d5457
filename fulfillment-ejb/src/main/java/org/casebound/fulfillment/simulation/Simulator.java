package org.casebound.fulfillment.simulation;

import java.util.List;
import java.util.Optional;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeProblem;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.definition.Scenario.End;
import org.casebound.fulfillment.calendar.Calendars;
import org.casebound.fulfillment.calendar.PublicHolidays;
import org.casebound.fulfillment.simulation.PreprocessorStub.Preprocessed;
import org.casebound.fulfillment.simulation.SimulationReport.Ending;
import org.casebound.fulfillment.studio.PublishedProcess;
import org.casebound.fulfillment.studio.Re2Patterns;
import org.casebound.fulfillment.studio.SampleValidation;
import org.casebound.fulfillment.studio.cel.CelExpressions;

/**
 * Plays stories of processes: the flow machine, the expressions, the mappings and the calendars are those of the engine; the clock
 * jumps, and people and back offices do what the story says. It has no database, no connector and no container, so nothing can be
 * sent or saved. Thread-safe.
 *
 * <p>Reminders, escalations and milestones come when their time has come. The preprocessor says what the story says, and documents are
 * taken as given: values that refer to cases, queues and files are looked at as {@link SampleValidation} does.
 */
public final class Simulator {
  private final Expressions expressions;
  private final AttributeValidation validation;
  private final Calendars calendars;

  public Simulator(Expressions expressions, AttributeValidation validation, Calendars calendars) {
    this.expressions = expressions;
    this.validation = validation;
    this.calendars = calendars;
  }

  /** One with tools of its own, for programs without a server; making it costs some hundred milliseconds. */
  public static Simulator standAlone() {
    return new Simulator(
        new CelExpressions(), new AttributeValidation(new Re2Patterns(), new CelExpressions()), new Calendars(new PublicHolidays()));
  }

  /** Plays one story of the process. */
  public SimulationReport play(ProcessBundle bundle, Scenario scenario) {
    return play(compiled(bundle), scenario);
  }

  /** Plays one story of the process, and says which of its expectations were missed. */
  public ScenarioResult check(ProcessBundle bundle, Scenario scenario) {
    return check(compiled(bundle), scenario);
  }

  /** Plays all stories that the bundle holds. */
  public SuiteResult checkAll(ProcessBundle bundle) {
    PublishedProcess process = compiled(bundle);
    List<ScenarioResult> results = bundle.scenarios().stream().map(scenario -> check(process, scenario)).toList();
    return new SuiteResult(results, Coverage.of(process, results.stream().map(ScenarioResult::report).toList()));
  }

  private PublishedProcess compiled(ProcessBundle bundle) {
    return PublishedProcess.of(bundle, expressions);
  }

  private ScenarioResult check(PublishedProcess process, Scenario scenario) {
    SimulationReport report = play(process, scenario);
    return new ScenarioResult(scenario.name(), scenario.label(), Expectations.missed(scenario.expect(), report), report);
  }

  private SimulationReport play(PublishedProcess process, Scenario scenario) {
    Agenda agenda = new Agenda(scenario.at());
    Minutes minutes = new Minutes(agenda);
    Story story = new Story(scenario);
    Preprocessed request =
        process
            .process()
            .preprocessor()
            .map(name -> new PreprocessorStub(story, agenda, minutes).process(name, scenario.request()))
            .orElseGet(() -> new Preprocessed(scenario.request(), Optional.empty()));
    SampleValidation samples = new SampleValidation(validation, process.bundle().queues());
    AttributeCheck attributes = samples.check("/request", process.process().attributes(), request.values());
    CaseSheet sheet = new CaseSheet(process.process(), scenario.requester(), attributes.passed() ? attributes.values() : request.values());
    if (request.refusal().isPresent()) {
      return minutes.report(scenario.at(), request.refusal().get(), sheet, List.of());
    } else if (!attributes.passed()) {
      attributes.problems().stream().map(AttributeProblem::message).forEach(minutes::missing);
      AttributeProblem first = attributes.problems().get(0);
      return minutes.report(scenario.at(), new Ending(End.REFUSED, first.code(), first.message()), sheet, List.of());
    }
    return new Simulation(process, scenario, story, sheet, agenda, minutes, expressions, samples, calendars).play();
  }
}
