package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.domain.shared.Values;

/**
 * Writes what changed of the values of a request: one line of history for each attribute, which names the value before and after. Values
 * of sensitivity SECRET are never written; all others are masked when they are read, and erased with the request.
 */
@Dependent
public class AttributeChanges {
  /** Reason of a change that a flow made. */
  public static final String BY_FLOW = "flow";

  private static final String HIDDEN = "••••••";

  @Inject private CaseHistory history;

  /** Writes the differences between two states of the request of the case. */
  public void write(
      List<AttributeDefinition> attributes, Case owner, Values before, Values after, String actor, String why, Instant now) {
    for (AttributeDefinition attribute : attributes) {
      Object from = before.asMap().getOrDefault(attribute.name(), "");
      Object to = after.asMap().getOrDefault(attribute.name(), "");
      if (!Objects.equals(from, to)) {
        history.attribute(owner, actor, attribute.name(), text(attribute, from), text(attribute, to), why, now);
      }
    }
  }

  /** What a flow changed. A value that it gave to an attribute without one leaves nothing behind, so it needs no line. */
  void byFlow(FlowContext context, Values before) {
    write(
        context.process().process().attributes().stream().filter(attribute -> had(attribute, before)).toList(),
        context.workedCase(),
        before,
        context.request().attributes(),
        context.actor(),
        BY_FLOW,
        context.now());
  }

  private static boolean had(AttributeDefinition attribute, Values before) {
    return !before.asMap().getOrDefault(attribute.name(), "").equals("");
  }

  private static String text(AttributeDefinition attribute, Object value) {
    return attribute.sensitivity() == Sensitivity.SECRET ? HIDDEN : text(value);
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().map(entry -> entry.getKey() + ": " + text(entry.getValue())).collect(Collectors.joining(", "));
    }
    return value instanceof List<?> list ? list.stream().map(AttributeChanges::text).collect(Collectors.joining("; ")) : String.valueOf(value);
  }
}
