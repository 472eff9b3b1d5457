package org.casebound.fulfillment.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a person lets a failed step go on.
 *
 * @param reason kept in the history; must not be empty
 * @param variables variables of the flow with new values
 * @param request attributes of the request with new values
 */
public record Correction(String reason, Map<String, Object> variables, Map<String, Object> request) {
  public Correction {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
  }

  /** Whether data changes. */
  boolean changesData() {
    return !variables.isEmpty() || !request.isEmpty();
  }
}
