package org.casebound.fulfillment.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a person finishes a work item.
 *
 * @param outcome name of one of its outcomes
 * @param data values of its fields
 * @param comment reason or remark, at most 4000 characters; required where the outcome asks for a reason
 * @param ticked names of what the person compared and checked
 * @param version the version that the person saw; without one the current one is taken
 */
public record Completion(
    String outcome, Map<String, Object> data, Optional<String> comment, List<String> ticked, Optional<Integer> version) {
  public Completion {
    ticked = List.copyOf(ticked);
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
