package org.casebound.fulfillment.webhook;

import java.util.Map;
import org.casebound.domain.integration.WebhookEvent;

/**
 * A type of event in the catalog.
 *
 * @param type what it is called in messages
 * @param meaning what it tells
 * @param offered whether a webhook can want it; the others are sent by a person
 * @param schema JSON Schema (2020-12) of the message. Members may be added later: receivers ignore those that they do not know
 * @param sample a message as it could be sent
 */
public record EventType(String type, String meaning, boolean offered, Map<String, Object> schema, Map<String, Object> sample) {
  static EventType of(WebhookEvent event, String meaning, EventShape shape) {
    return new EventType(event.type(), meaning, event.isOffered(), shape.schema(event), shape.sample(event));
  }
}
