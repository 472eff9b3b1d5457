package org.casebound.fulfillment.intake;

import java.util.List;
import java.util.Set;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ServiceProcessDefinition;

/**
 * What a requester is asked for.
 *
 * @param process the active version of the process
 * @param asked attributes in form order: all that are required, and those that no flow of the process fills in
 */
public record RequestForm(ServiceProcessDefinition process, List<AttributeDefinition> asked) {
  public RequestForm {
    asked = List.copyOf(asked);
  }

  /** What the process of the bundle asks for. */
  public static RequestForm of(ProcessBundle bundle) {
    Set<String> filled = FilledByFlow.of(bundle);
    return new RequestForm(
        bundle.process(),
        bundle.process().attributes().stream().filter(a -> a.required() || !filled.contains(a.name())).toList());
  }
}
