package org.casebound.fulfillment.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a person ends a failed step as if it had been done.
 *
 * @param reason kept in the history; must not be empty
 * @param outcome the outcome that the step is to have
 * @param data values of its form, or its outputs
 */
public record Skip(String reason, String outcome, Map<String, Object> data) {
  public Skip {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
