package org.casebound.fulfillment.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes of a service request; what is not named stays as it is.
 *
 * @param attributes new values by attribute name; null or an empty text takes the value away
 * @param subject new subject of the case
 * @param priority new priority of the case
 * @param reason why, for the history; may be empty
 * @param version version of the request that the caller saw
 * @param caseVersion version of the case that the caller saw; needed to change subject or priority
 */
public record RequestPatch(
    Map<String, @Nullable Object> attributes,
    Optional<String> subject,
    Optional<Priority> priority,
    String reason,
    int version,
    Optional<Integer> caseVersion) {
  public RequestPatch {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
