package org.casebound.fulfillment.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.integration.DeliveryTry;
import org.casebound.fulfillment.due.DueErrand;
import org.casebound.fulfillment.integration.WebhookGate;
import org.casebound.fulfillment.integration.WebhookSender;

/**
 * Sends an event to a receiver. What its answer was is noted in the transaction that ends the task; a node that dies in between has sent it for
 * nothing, and another one sends it again.
 */
@ApplicationScoped
public class WebhookErrand implements DueErrand {
  private static final int AT_A_TIME = 16;
  private static final Duration ON_TOP = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  @Inject private Webhooks webhooks;
  @Inject private WebhookTurns turns;
  @Inject private WebhookGate gate;
  @Inject private WebhookSender sender;
  @Inject private WebhookDeliveries deliveries;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.WEBHOOK_DELIVERY;
  }

  @Override
  public int atATime() {
    return AT_A_TIME;
  }

  @Override
  public boolean ready() {
    return webhooks.any();
  }

  @Override
  public Duration longest() {
    return gate.timeout().plus(ON_TOP);
  }

  @Override
  public Duration longestPause() {
    return LONGEST_PAUSE;
  }

  @Override
  public Ending run(long subjectId) {
    Optional<WebhookDeliveries.Outgoing> found = deliveries.outgoing(subjectId);
    if (found.isEmpty()) {
      return (task, now) -> {};
    }
    WebhookDeliveries.Outgoing outgoing = found.get();
    String webhook = outgoing.letter().webhook();
    if (outgoing.paused()) {
      return (task, now) -> deliveries.park(subjectId, now);
    }
    if (!turns.begin(webhook)) {
      return (task, now) -> deliveries.postpone(subjectId, now);
    }
    try {
      DeliveryTry tried = sender.send(outgoing.letter());
      return (task, now) -> deliveries.tried(subjectId, tried, now);
    } finally {
      turns.end(webhook);
    }
  }

  /** A receiver that fails is no failure of the task; what is one says nothing of the receiver. */
  @Override
  public void failed(DueTask task, String why, Instant now) {
    // The task itself has the reason, and shows it among what is due.
  }
}
