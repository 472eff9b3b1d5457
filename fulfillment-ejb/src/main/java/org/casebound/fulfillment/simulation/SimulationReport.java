package org.casebound.fulfillment.simulation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Element.Notify.Channel;
import org.casebound.domain.definition.Scenario;

/**
 * What came of a story. Nothing of it was sent or saved.
 *
 * @param begunAt when the request was filed, on the clock of the story
 * @param endedAt when the last thing happened
 * @param path stages and steps in the order in which they were gone through
 * @param elements elements that were reached, in order, each once
 * @param work work items, in the order of their offers
 * @param calls what back offices, actions and records were asked
 * @param told mails and notifications
 * @param changes of the case and the request
 * @param due reminders, escalations and promised times, in the order of time; those included that were needless when their time came
 * @param caseFields fields of the case at the end
 * @param request attributes of the request at the end
 * @param missing what the story would have to say for it to go on; one sentence each
 * @param flows how the flows stand at the end
 */
public record SimulationReport(
    Instant begunAt,
    Instant endedAt,
    Ending ending,
    List<Passed> path,
    List<Reached> elements,
    List<Work> work,
    List<Asked> calls,
    List<Told> told,
    List<Changed> changes,
    List<Due> due,
    Map<String, Object> caseFields,
    Map<String, Object> request,
    List<String> missing,
    List<FlowEnd> flows) {
  public SimulationReport {
    path = List.copyOf(path);
    elements = List.copyOf(elements);
    work = List.copyOf(work);
    calls = List.copyOf(calls);
    told = List.copyOf(told);
    changes = List.copyOf(changes);
    due = List.copyOf(due);
    caseFields = ordered(caseFields);
    request = ordered(request);
    missing = List.copyOf(missing);
    flows = List.copyOf(flows);
  }

  private static Map<String, Object> ordered(Map<String, Object> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * How it ended.
   *
   * @param code of an incident or a refusal; empty text otherwise
   * @param reason why, in a sentence; may be empty
   */
  public record Ending(Scenario.End end, String code, String reason) {}

  /** Kinds of entries of the path. */
  public enum Mark {
    /** A stage was entered. */
    STAGE,
    /** A step began. */
    BEGUN,
    /** A step was completed. */
    COMPLETED,
    /** A step was left out, or ended before it was done. */
    LEFT,
    /** A fault path was taken. */
    FAULT,
    /** A step failed. */
    FAILED,
    /** A step waits for a time or an event. */
    WAITS
  }

  /**
   * One entry of the path.
   *
   * @param name name of the stage or step
   * @param detail outcome, reason or time; may be empty
   */
  public record Passed(Instant at, String flow, Mark mark, String name, String detail) {}

  /**
   * An element that was reached.
   *
   * @param element its name, after those of the subflows around it, with slashes
   */
  public record Reached(Instant at, String flow, String step, String element) {}

  /**
   * A work item.
   *
   * @param user whom it was offered to; empty: the queue
   * @param dueAt when it had to be done
   * @param note why it was offered otherwise than the definition says; may be empty
   * @param doneAt when it was done; empty when nobody did it
   * @param outcome what was chosen; empty while nobody did
   * @param by who did it; empty while nobody did
   */
  public record Work(
      Instant at,
      String flow,
      String step,
      String label,
      Optional<String> user,
      String queue,
      String priority,
      Optional<Instant> dueAt,
      String note,
      Optional<Instant> doneAt,
      String outcome,
      String by) {
    Work done(Instant when, String how, String who) {
      return new Work(at, flow, step, label, user, queue, priority, dueAt, note, Optional.of(when), how, who);
    }

    /** Whether it was done after its due date. */
    public boolean late() {
      return dueAt.isPresent() && doneAt.filter(done -> done.isAfter(dueAt.get())).isPresent();
    }
  }

  /**
   * A question to a back office, an action, a record or the preprocessor.
   *
   * @param step empty for the preprocessor
   * @param name of the integration, the action, the record or the preprocessor
   * @param to JNDI name of the connector and operation; empty for actions and records
   * @param request what would be sent
   * @param result {@code DONE}, {@code REFUSED}, {@code FAILED}, or {@code OPEN} when nothing came back
   * @param detail code and sentence of a refusal or failure; may be empty
   * @param answeredAt when it came back
   */
  public record Asked(
      Instant at,
      String flow,
      String step,
      String element,
      Scenario.Target of,
      String name,
      String to,
      Map<String, Object> request,
      String result,
      String detail,
      Optional<Instant> answeredAt) {
    public Asked {
      request = ordered(request);
    }

    Asked answered(String how, String why, Instant when) {
      return new Asked(at, flow, step, element, of, name, to, request, how, why, Optional.of(when));
    }
  }

  /**
   * A mail or a notification.
   *
   * @param step step that it is about; empty: the case
   */
  public record Told(Instant at, String step, Channel channel, String to, String subject, String text) {}

  /**
   * A change.
   *
   * @param record {@code case} or {@code request}
   */
  public record Changed(Instant at, String record, Map<String, Object> values) {
    public Changed {
      values = ordered(values);
    }
  }

  /**
   * A time that the clock is watched for.
   *
   * @param at when it came, or would have come
   * @param name of the step, the milestone or the escalation rule
   * @param label what people call it
   * @param came whether it came while it was needed: the work was open, the milestone not reached, the condition held
   * @param detail what was done, or why nothing was; may be empty
   */
  public record Due(Instant at, Scenario.Watch of, String name, String label, boolean came, String detail) {
    static Due planned(Instant at, Scenario.Watch of, String name, String label) {
      return new Due(at, of, name, label, false, "");
    }

    Due came(String what) {
      return new Due(at, of, name, label, true, what);
    }

    Due because(String why) {
      return new Due(at, of, name, label, came, why);
    }
  }

  /**
   * How a flow stands at the end.
   *
   * @param state name of its state
   * @param stages state of each stage that was entered
   * @param steps state and outcome of each step that was begun or left out
   * @param ways from stage to stage, as they were gone; {@link Coverage#END} for the end
   */
  public record FlowEnd(
      String flow, String label, String state, Map<String, String> stages, Map<String, StepEnd> steps, List<Way> ways) {
    public FlowEnd {
      stages = Map.copyOf(stages);
      steps = Map.copyOf(steps);
      ways = List.copyOf(ways);
    }
  }

  /** How a step stands at the end. */
  public record StepEnd(String state, String outcome) {}

  /** A way from one stage to another. */
  public record Way(String flow, String from, String to) {}
}
