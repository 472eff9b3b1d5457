package org.casebound.domain.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A story that a process is tried with: what is asked, what people decide, what back offices answer and what must come of it. It
 * travels with the process and changes nothing of how the process runs. People in it are invented.
 *
 * @param name API name, unique in the bundle
 * @param label what people call it
 * @param at when the request is filed; the clock of the story begins there
 * @param requester user name of who asks
 * @param request attribute values as a request would bring them
 * @param work what people do with the work items, in the order in which the items of a step are offered
 * @param answers what back offices, actions, records and the preprocessor answer, in the order in which each is asked
 * @param events events that come from outside
 * @param expect what must come of it
 */
public record Scenario(
    String name,
    String label,
    Instant at,
    String requester,
    Map<String, Object> request,
    List<Decided> work,
    List<Answer> answers,
    List<Event> events,
    Expectation expect) {
  /** When stories begin that do not say when: a Monday morning. */
  public static final Instant DEFAULT_AT = Instant.parse("2026-01-05T09:00:00Z");

  /** Who asks in stories that do not say who. */
  public static final String DEFAULT_REQUESTER = "requester";

  public Scenario {
    request = ordered(request);
    work = List.copyOf(work);
    answers = List.copyOf(answers);
    events = List.copyOf(events);
  }

  static Map<String, Object> ordered(Map<String, Object> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * What a person does with a work item.
   *
   * @param step step whose work it is
   * @param outcome outcome that is chosen; empty: the first of the step
   * @param by user name of who does it; empty: whom it is offered to, or anybody who may
   * @param comment reason that is given; may be empty
   * @param data values of the form
   * @param after how long after the offer
   */
  public record Decided(
      String step, Optional<String> outcome, Optional<String> by, String comment, Map<String, Object> data, Duration after) {
    public Decided {
      data = ordered(data);
    }

    /** What happens to the work of a step of which nothing is said. */
    public static Decided byDefault(String step) {
      return new Decided(step, Optional.empty(), Optional.empty(), "", Map.of(), Duration.ZERO);
    }
  }

  /**
   * What a call, an action, a record or the preprocessor answers.
   *
   * @param of what is asked
   * @param name name of the integration, the action, the record or the preprocessor
   * @param result how it ends
   * @param after how long after the question
   * @param accepted whether it is accepted first, and answered by an acknowledgement; only for calls
   */
  public record Answer(Target of, String name, Result result, Duration after, boolean accepted) {}

  /** What flows ask. */
  public enum Target {
    CALL("call"),
    ACTION("action"),
    RECORD("record"),
    /** The bean that looks at a request before it is taken; what it answers replaces values of the request. */
    PREPROCESSOR("preprocessor");

    private final String yamlName;

    Target(String yamlName) {
      this.yamlName = yamlName;
    }

    /** The name used in bundles. */
    public String yamlName() {
      return yamlName;
    }
  }

  /** How an answer ends. */
  public sealed interface Result {
    /** It was done. {@code reply} is what comes back: a map for calls and actions, anything for records. */
    record Done(Object reply) implements Result {}

    /** It is refused for a reason of the business; fault paths take it. */
    record Refused(String code, String message) implements Result {}

    /** It can not be reached, or nobody knows what became of it, and all tries are used up; a person decides. */
    record Failed(String code, String message) implements Result {}
  }

  /**
   * Something that comes from outside.
   *
   * @param event name of the event
   * @param data what comes with it
   * @param after how long after the request
   */
  public record Event(String event, Map<String, Object> data, Duration after) {
    public Event {
      data = ordered(data);
    }
  }

  /**
   * What must come of a scenario; what is left out is not asked.
   *
   * @param end how the case must end
   * @param passes steps that must be completed
   * @param skips steps that must not begin
   * @param calls calls that must be made, in this order; others may be made, too
   * @param request attributes of the request at the end
   * @param tells addressees who must be told something
   * @param due what must become due
   * @param keeps milestones that must not be violated
   */
  public record Expectation(
      Optional<End> end,
      List<String> passes,
      List<String> skips,
      List<ExpectedCall> calls,
      Map<String, Object> request,
      List<String> tells,
      List<ExpectedDue> due,
      List<String> keeps) {
    /** Nothing is asked. */
    public static final Expectation NONE =
        new Expectation(Optional.empty(), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());

    public Expectation {
      passes = List.copyOf(passes);
      skips = List.copyOf(skips);
      calls = List.copyOf(calls);
      request = ordered(request);
      tells = List.copyOf(tells);
      due = List.copyOf(due);
      keeps = List.copyOf(keeps);
    }
  }

  /**
   * A call that must be made.
   *
   * @param call name of the integration
   * @param request values that must be among those that are sent
   */
  public record ExpectedCall(String call, Map<String, Object> request) {
    public ExpectedCall {
      request = ordered(request);
    }
  }

  /**
   * Something that must become due, and must not be needless by then.
   *
   * @param name of a step, a milestone or an escalation rule
   * @param at when; empty: at any time
   */
  public record ExpectedDue(Watch of, String name, Optional<Instant> at) {}

  /** What the clock is watched for. */
  public enum Watch {
    /** Work is due soon. */
    REMINDER("reminder"),
    /** Work is late, a case is old, or a milestone was violated, and something is done about it. */
    ESCALATION("escalation"),
    /** The end of a milestone's time comes near. */
    WARNING("warning"),
    /** A milestone's time is over. */
    VIOLATION("violation");

    private final String yamlName;

    Watch(String yamlName) {
      this.yamlName = yamlName;
    }

    /** The name used in bundles. */
    public String yamlName() {
      return yamlName;
    }
  }

  /** How a case ends. */
  public enum End {
    /** Closed as fulfilled. */
    FULFILLED,
    /** Closed as rejected. */
    REJECTED,
    /** Closed as canceled. */
    CANCELED,
    /** Nothing more happens, and the case is open: somebody must work it, or something never came. */
    OPEN,
    /** It stops, and a person must decide. */
    INCIDENT,
    /** The request is not taken at all. */
    REFUSED
  }
}
