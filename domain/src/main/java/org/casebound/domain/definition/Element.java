package org.casebound.domain.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Resolution;

/**
 * One element of a record-triggered or autolaunched flow (specification, section D). Values are CEL expressions over {@code
 * case}, {@code request}, {@code steps}, {@code vars} and, inside a fault path, {@code fault}.
 */
public sealed interface Element {
  /** Name, unique in its flow or step; shown in attempts and errors. */
  String name();

  /**
   * An element with a fault path.
   *
   * @param element what is tried
   * @param onFault at least one element: what to do when it fails: the back office refuses, an action or a subflow fails, an expression can not be
   *     evaluated, a value is refused; knows {@code fault.code}, {@code fault.message} and {@code fault.element}. What a person
   *     must decide (tries used up, outcome in doubt, a call that is not permitted) always stops with an incident
   */
  record Guarded(Element element, List<Element> onFault) implements Element {
    public Guarded {
      onFault = List.copyOf(onFault);
      if (onFault.isEmpty()) {
        throw new IllegalArgumentException("a fault path has at least one element");
      }
    }

    @Override
    public String name() {
      return element.name();
    }
  }

  /** Sets a variable of the flow: {@code vars.<variable>}. */
  record Assign(String name, String variable, String value) implements Element {}

  /** Takes the first rule that holds, else the default. */
  record Decide(String name, List<Rule> rules, List<Element> otherwise) implements Element {
    public Decide {
      rules = List.copyOf(rules);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** One rule of a decision. */
  record Rule(String when, List<Element> then) {
    public Rule {
      then = List.copyOf(then);
    }
  }

  /**
   * Runs its elements once per item of a list, in order; in them the item is {@code vars.<item>}.
   *
   * @param in CEL expression of a list of at most {@value #MAX_ITEMS} items; more fail the element with FLOW-007
   */
  record ForEach(String name, String in, String item, List<Element> body) implements Element {
    /** Longest list. */
    public static final int MAX_ITEMS = 10_000;

    public ForEach {
      body = List.copyOf(body);
    }
  }

  /**
   * Calls a back office. Its outputs become {@code vars.<output>}.
   *
   * @param integration API name of an integration definition
   * @param input expression per input
   */
  record CallIntegration(String name, String integration, Map<String, String> input) implements Element {
    public CallIntegration {
      input = inOrder(input);
    }
  }

  /**
   * Runs an action of the installation: a CDI bean. It runs outside any transaction, with an idempotency key and retries like a
   * call to a back office.
   *
   * @param action bean name of a {@code FlowAction}
   * @param input expression per input
   * @param output CEL expression over {@code reply} per variable
   */
  record CallAction(String name, String action, Map<String, String> input, Map<String, String> output)
      implements Element {
    public CallAction {
      input = inOrder(input);
      output = inOrder(output);
    }
  }

  /** Changes extended attributes of the request, one expression per attribute. */
  record UpdateRequest(String name, Map<String, String> values) implements Element {
    public UpdateRequest {
      values = inOrder(values);
    }
  }

  /** Changes fields of the case: {@code subject}, {@code priority}. */
  record UpdateCase(String name, Map<String, String> values) implements Element {
    public UpdateCase {
      values = inOrder(values);
    }
  }

  /**
   * Finds records; {@code vars.<variable>} becomes the list of them, each a map.
   *
   * @param record {@code case}, {@code document}, {@code workItem}, or the bean name of a {@code RecordStore} of the installation
   * @param where expression per field that must be equal
   * @param limit most records, 1 to 100; default 10
   */
  record GetRecords(String name, String record, Map<String, String> where, int limit, String variable)
      implements Element {
    public GetRecords {
      where = inOrder(where);
    }
  }

  /**
   * Creates a record in the flow's transaction; {@code vars.<variable>} becomes its identity.
   *
   * @param record {@code case}, which files a request of the process {@code values.process}, or the bean name of a {@code
   *     RecordStore}
   */
  record CreateRecord(String name, String record, Map<String, String> values, Optional<String> variable)
      implements Element {
    public CreateRecord {
      values = inOrder(values);
    }
  }

  /**
   * Changes a record of a {@code RecordStore} of the installation in the flow's transaction.
   *
   * @param key expression of the record's identity
   */
  record UpdateRecord(String name, String record, String key, Map<String, String> values) implements Element {
    public UpdateRecord {
      values = inOrder(values);
    }
  }

  /**
   * Runs an autolaunched flow of the bundle.
   *
   * @param flow its API name; flows do not start each other in a circle, at most {@value #MAX_DEPTH} deep
   * @param input expression per input variable
   * @param output name of an output variable per variable of this flow that takes it
   */
  record Subflow(String name, String flow, Map<String, String> input, Map<String, String> output)
      implements Element {
    /** How deep subflows may start subflows. */
    public static final int MAX_DEPTH = 16;

    public Subflow {
      input = inOrder(input);
      output = inOrder(output);
    }
  }

  /**
   * Tells a person something.
   *
   * @param channel by mail or in the console
   * @param to expression of who: a user name, {@code user:x}, {@code queue:x}, or a mail address for a mail
   * @param subject expression of one line
   * @param text expression of the message, plain text
   */
  record Notify(String name, Channel channel, String to, String subject, String text) implements Element {
    /** Ways to tell. */
    public enum Channel {
      MAIL,
      IN_APP
    }
  }

  /**
   * Waits without a thread.
   *
   * @param duration expression of an ISO 8601 duration, e.g. {@code 'PT2H'}
   * @param calendar calendar of the bundle when it is business time
   */
  record WaitFor(String name, String duration, Optional<String> calendar) implements Element {}

  /** Waits until a time; {@code time} is an expression of an ISO 8601 date or instant, a past one does not wait. */
  record WaitUntil(String name, String time) implements Element {}

  /**
   * Waits for an event from outside.
   *
   * @param event name of the event
   * @param variable variable that takes the event's data
   * @param timeout expression of an ISO 8601 duration; empty: as long as it takes
   * @param onTimeout what to do when it is over
   */
  record WaitForEvent(
      String name, String event, Optional<String> variable, Optional<String> timeout, List<Element> onTimeout)
      implements Element {
    public WaitForEvent {
      onTimeout = List.copyOf(onTimeout);
    }
  }

  /**
   * Closes the case; nothing after it runs.
   *
   * @param reason expression for the reason shown in the history
   */
  record CloseCase(String name, Resolution resolution, Optional<String> reason) implements Element {}

  /**
   * Stops with an incident; when a person resumes it the flow goes on after this element.
   *
   * @param code stable code of the cause
   * @param message expression of what the person must know
   */
  record RaiseIncident(String name, String code, String message) implements Element {}

  /**
   * Fails with an error of one's own: takes the fault path around it, refuses the change when the flow runs in the transaction of
   * the person who made it, and stops with an incident otherwise.
   *
   * @param code stable code
   * @param message expression of the sentence shown
   */
  record CustomError(String name, String code, String message) implements Element {}

  /** Expressions are evaluated in the order in which they were written, so the same one fails first everywhere. */
  private static Map<String, String> inOrder(Map<String, String> expressions) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
  }
}
