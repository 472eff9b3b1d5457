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
   * Calls a back office. Its outputs become {@code vars.<output>}.
   *
   * @param integration API name of an integration definition
   * @param input expression per input
   * @param onFault what to do when the back office refuses; empty: the flow stops with an incident. Everything else that can
   *     go wrong (tries used up, outcome in doubt, a call that is not permitted) always stops with an incident: the back office
   *     refused nothing, so a person decides
   */
  record CallIntegration(
      String name, String integration, Map<String, String> input, List<Element> onFault)
      implements Element {
    public CallIntegration {
      input = inOrder(input);
      onFault = List.copyOf(onFault);
    }
  }

  /** Sets a variable of the flow: {@code vars.<variable>}. */
  record Assign(String name, String variable, String value) implements Element {}

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
   * Closes the case; nothing after it runs.
   *
   * @param reason expression for the reason shown in the history
   */
  record CloseCase(String name, Resolution resolution, Optional<String> reason) implements Element {}

  /** Expressions are evaluated in the order in which they were written, so the same one fails first everywhere. */
  private static Map<String, String> inOrder(Map<String, String> expressions) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
  }
}
