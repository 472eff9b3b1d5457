package org.casebound.fulfillment.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.shared.Priority;

/** A request that fits its process, ready to be saved. */
record CheckedRequest(
    String subject,
    Priority priority,
    Map<String, Object> extendedAttributes,
    List<CheckedDocument> documents) {

  /** A document whose content is what it claims to be. */
  record CheckedDocument(String requirement, String name, String mediaType, byte[] content) {
    Document of(long id, long caseId, boolean toBeScanned, Instant now) {
      return new Document(
          id, caseId, requirement, name, mediaType, content.length, RequestDigest.of(content), toBeScanned, now);
    }
  }
}
