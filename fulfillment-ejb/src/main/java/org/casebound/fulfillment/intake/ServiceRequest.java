package org.casebound.fulfillment.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a front-line agent or a system asks for.
 *
 * @param process API name of an active service process
 * @param subject short text for lists, at most 255 characters; without one the label of the process
 * @param requester user name of whom it is for; without one the caller
 * @param attributes values by attribute name, as they came in (text, numbers, booleans, lists, maps, null for
 *     none)
 * @param documents uploaded files
 * @param followUpOf number of the case that the new one follows
 */
public record ServiceRequest(
    String process,
    Optional<String> subject,
    Optional<String> requester,
    Map<String, Object> attributes,
    List<Upload> documents,
    Optional<String> followUpOf) {
  public ServiceRequest {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    documents = List.copyOf(documents);
  }

  /** A request that follows no other. */
  public ServiceRequest(
      String process, Optional<String> subject, Optional<String> requester, Map<String, Object> attributes, List<Upload> documents) {
    this(process, subject, requester, attributes, documents, Optional.empty());
  }

  /** The same, following that case. */
  public ServiceRequest following(Optional<String> number) {
    return new ServiceRequest(process, subject, requester, attributes, documents, number);
  }
}
