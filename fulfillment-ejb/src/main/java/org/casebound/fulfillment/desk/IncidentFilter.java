package org.casebound.fulfillment.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which open incidents; an empty part narrows nothing. All four together are a cause. It can be written as parameters of an address, and
 * read from them: there a dash stands for empty text.
 *
 * @param process API name of the process whose flow stopped
 * @param step API name of the step that stopped; empty text: the flow stopped between steps
 * @param code code of the cause
 * @param connector short name of the connector whose call failed; empty text: it was no call
 */
public record IncidentFilter(
    Optional<String> process, Optional<String> step, Optional<String> code, Optional<String> connector) {
  /** All open incidents. */
  public static final IncidentFilter ALL =
      new IncidentFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final String NONE = "-";

  /** Reads parameters. */
  public static IncidentFilter of(Function<String, Optional<String>> parameters) {
    Function<String, Optional<String>> text = name -> parameters.apply(name).map(value -> value.equals(NONE) ? "" : value);
    return new IncidentFilter(parameters.apply("process"), text.apply("step"), parameters.apply("code"), text.apply("connector"));
  }

  /** Writes the parameters, in a fixed order. */
  public Map<String, String> parameters() {
    Map<String, String> written = new LinkedHashMap<>();
    process.ifPresent(name -> written.put("process", name));
    step.ifPresent(name -> written.put("step", name.isEmpty() ? NONE : name));
    code.ifPresent(text -> written.put("code", text));
    connector.ifPresent(name -> written.put("connector", name.isEmpty() ? NONE : name));
    return written;
  }
}
