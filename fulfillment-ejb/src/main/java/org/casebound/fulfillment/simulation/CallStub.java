package org.casebound.fulfillment.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.definition.Scenario.Result;
import org.casebound.domain.definition.Scenario.Target;
import org.casebound.domain.flow.Decision;
import org.casebound.domain.flow.FlowEvent;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.integration.ReplyMapping;
import org.casebound.fulfillment.integration.RequestMapping;
import org.casebound.fulfillment.simulation.SimulationReport.Asked;

/** The back offices, actions and records of a story. What would be sent is made by the real mappings, and goes nowhere. */
final class CallStub {
  static final String OPEN = "OPEN";

  private final ProcessBundle bundle;
  private final Story story;
  private final Agenda agenda;
  private final Minutes minutes;
  private final Expressions expressions;
  private final Turn turn;

  CallStub(ProcessBundle bundle, Story story, Agenda agenda, Minutes minutes, Expressions expressions, Turn turn) {
    this.bundle = bundle;
    this.story = story;
    this.agenda = agenda;
    this.minutes = minutes;
    this.expressions = expressions;
    this.turn = turn;
  }

  void call(SimulatedFlow flow, Decision.CallPlaced placed) {
    IntegrationDefinition integration = bundle.integration(placed.integration()).orElseThrow();
    String to = integration.connector() + " " + integration.operation();
    String step = placed.step();
    try {
      Map<String, Object> request = RequestMapping.apply(integration, expressions, placed.input());
      int question = ask(flow, step, placed.element(), Target.CALL, integration.name(), to, request);
      if (integration.active()) {
        later(flow, step, question, story.answer(Target.CALL, integration.name()), result -> event(step, integration, result));
      } else {
        minutes.missing("The integration '%s' is switched off: its calls wait until somebody switches it on.".formatted(integration.name()));
      }
    } catch (RuleViolation unfit) {
      int question = ask(flow, step, placed.element(), Target.CALL, integration.name(), to, placed.input());
      Result failure = new Result.Failed(unfit.code(), String.valueOf(unfit.getMessage()));
      later(flow, step, question, Optional.of(new Scenario.Answer(Target.CALL, integration.name(), failure, Duration.ZERO, false)), result -> event(step, integration, result));
    }
  }

  void act(SimulatedFlow flow, Decision.ActionPlaced placed) {
    String step = placed.step();
    int question = ask(flow, step, placed.element(), Target.ACTION, placed.action(), "", placed.input());
    later(
        flow,
        step,
        question,
        story.answer(Target.ACTION, placed.action()),
        result -> result instanceof Result.Done done ? new FlowEvent.CallDone(step, map(done.reply())) : unhappy(step, result));
  }

  /** What is found; nothing, unless the story says it. */
  FlowEvent find(SimulatedFlow flow, Decision.RecordsWanted wanted) {
    int question = ask(flow, wanted.step(), wanted.element(), Target.RECORD, wanted.record(), "", wanted.where());
    return atOnce(wanted.step(), wanted.record(), question, List.of());
  }

  /** The identity of what was made; an empty text for what was changed. */
  FlowEvent write(SimulatedFlow flow, Decision.RecordWritten written) {
    int question = ask(flow, written.step(), written.element(), Target.RECORD, written.record(), "", written.values());
    return atOnce(written.step(), written.record(), question, written.key().isPresent() ? "" : "1");
  }

  private FlowEvent atOnce(String step, String record, int question, Object otherwise) {
    Result result = story.answer(Target.RECORD, record).map(Scenario.Answer::result).orElseGet(() -> new Result.Done(otherwise));
    minutes.answered(question, result);
    return result instanceof Result.Done done ? new FlowEvent.Answered(step, done.reply()) : unhappy(step, result);
  }

  private int ask(
      SimulatedFlow flow, String step, String element, Target of, String name, String to, Map<String, Object> request) {
    return minutes.asked(
        new Asked(agenda.now(), flow.name(), step, element, of, name, to, request, OPEN, "", Optional.empty()));
  }

  private interface Meaning {
    FlowEvent of(Result result);
  }

  private void later(
      SimulatedFlow flow, String step, int question, Optional<Scenario.Answer> told, Meaning meaning) {
    Result result = told.map(Scenario.Answer::result).orElseGet(() -> new Result.Done(Map.of()));
    int wait = flow.beginWait(step);
    if (told.filter(Scenario.Answer::accepted).isPresent()) {
      agenda.plan(agenda.now(), () -> accepted(flow, step, wait));
    }
    agenda.plan(
        told.map(answer -> agenda.now().plus(answer.after())).orElse(agenda.now()),
        () -> {
          if (flow.stillWaits(step, wait)) {
            minutes.answered(question, result);
            turn.happens(flow, meaning.of(result));
          }
        });
  }

  private static void accepted(SimulatedFlow flow, String step, int wait) {
    if (flow.stillWaits(step, wait)) {
      flow.park(step);
    }
  }

  private FlowEvent event(String step, IntegrationDefinition integration, Result result) {
    if (!(result instanceof Result.Done done)) {
      return unhappy(step, result);
    }
    Map<String, Object> reply = map(done.reply());
    try {
      return new FlowEvent.CallDone(step, ReplyMapping.apply(integration, expressions, reply));
    } catch (RuleViolation unreadable) {
      if (reply.isEmpty()) {
        minutes.missing("What '%s' answers is not said: give its 'reply' under 'answers'.".formatted(integration.name()));
      }
      return new FlowEvent.StepBroken(step, unreadable.code(), String.valueOf(unreadable.getMessage()));
    }
  }

  private static FlowEvent unhappy(String step, Result result) {
    if (result instanceof Result.Refused refused) {
      return new FlowEvent.CallFailed(step, refused.code(), refused.message());
    }
    Result.Failed failed = (Result.Failed) result;
    return new FlowEvent.StepBroken(step, failed.code(), failed.message());
  }

  static Map<String, Object> map(Object reply) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (reply instanceof Map<?, ?> members) {
      members.forEach((name, value) -> map.put(String.valueOf(name), value));
    }
    return map;
  }
}
