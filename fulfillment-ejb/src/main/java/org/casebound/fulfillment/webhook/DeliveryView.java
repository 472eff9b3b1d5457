package org.casebound.fulfillment.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.integration.DeliveryState;
import org.casebound.domain.integration.WebhookDelivery;

/**
 * An event for one webhook and what became of it.
 *
 * @param messageId the receiver's header {@code webhook-id}, the same for each try
 * @param event type of the event
 * @param caseNumber the case that it tells of; empty when it tells of none
 * @param tries how often it was sent since it was made, or since a person wanted it sent again
 * @param nextAt when it is sent next; empty when it is not, or when it waits for its webhook to be resumed
 * @param triedAt when it was sent last
 * @param tookMillis how long that took, in milliseconds
 * @param status HTTP status of the last answer; empty when there was none
 * @param answer the beginning of the last answer, or why there was none
 * @param endedAt when the receiver took it, or when it was given up
 * @param headers what was sent with it last; of the signature its form alone
 * @param body what is sent, JSON
 */
public record DeliveryView(
    long id,
    String webhook,
    String messageId,
    String event,
    Optional<String> caseNumber,
    DeliveryState state,
    Instant createdAt,
    int tries,
    Optional<Instant> nextAt,
    Optional<Instant> triedAt,
    Optional<Integer> tookMillis,
    Optional<Integer> status,
    String answer,
    Optional<Instant> endedAt,
    Map<String, String> headers,
    String body) {

  static DeliveryView of(WebhookDelivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.webhook(),
        delivery.messageId(),
        delivery.event().type(),
        delivery.caseId().map(id -> new CaseNumber(id).toString()),
        delivery.state(),
        delivery.createdAt(),
        delivery.tries(),
        delivery.nextAt(),
        delivery.triedAt(),
        delivery.tookMillis(),
        delivery.status(),
        delivery.answer(),
        delivery.endedAt(),
        delivery.triedAt().map(at -> headers(delivery, at)).orElse(Map.of()),
        delivery.body());
  }

  private static Map<String, String> headers(WebhookDelivery delivery, Instant at) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("webhook-id", delivery.messageId());
    headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
    headers.put("webhook-signature", "v1,...");
    return Collections.unmodifiableMap(headers);
  }
}
