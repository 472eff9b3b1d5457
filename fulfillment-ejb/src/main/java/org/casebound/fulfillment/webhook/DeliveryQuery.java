package org.casebound.fulfillment.webhook;

import java.util.Optional;
import org.casebound.domain.integration.DeliveryState;

/**
 * Which deliveries of a webhook are asked for.
 *
 * @param webhook its name
 * @param event type of event
 * @param caseNumber the case that they tell of
 * @param cursor of the page before
 * @param size of the page, 1 to 100
 */
public record DeliveryQuery(
    String webhook, Optional<DeliveryState> state, Optional<String> event, Optional<String> caseNumber, Optional<String> cursor, int size) {}
