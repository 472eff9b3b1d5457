package org.casebound.fulfillment.webhook;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.integration.DeliveryState;
import org.casebound.domain.integration.DeliveryTry;
import org.casebound.domain.integration.Webhook;
import org.casebound.domain.integration.WebhookDelivery;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Ids;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.integration.WebhookGate;
import org.casebound.fulfillment.integration.WebhookSender;
import org.casebound.fulfillment.persistence.DeliveryRepository;
import org.casebound.fulfillment.persistence.WebhookRepository;

/** The transactions around sending an event. Whoever may pause or resume a webhook, or depends on it, locks it before he changes a delivery. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class WebhookDeliveries {
  private static final Duration TURN = Duration.ofSeconds(5);

  @Inject private WebhookRepository webhooks;
  @Inject private DeliveryRepository deliveries;
  @Inject private WebhookPausing pausing;
  @Inject private DueTaskPlans plans;
  @Inject private WebhookGate gate;
  @Inject private Ids ids;

  /**
   * What is to be sent.
   *
   * @param paused it is to wait, because its webhook is paused; what a person sends to try it is sent all the same
   */
  record Outgoing(WebhookSender.Letter letter, boolean paused) {}

  /** What is to be sent; empty when there is nothing to send any more. */
  public Optional<Outgoing> outgoing(long deliveryId) {
    Optional<WebhookDelivery> pending = pending(deliveryId);
    return pending.flatMap(delivery -> webhooks.find(delivery.webhook()).map(webhook -> outgoing(delivery, webhook)));
  }

  private static Outgoing outgoing(WebhookDelivery delivery, Webhook webhook) {
    return new Outgoing(
        new WebhookSender.Letter(webhook.name(), webhook.terms().address(), delivery.messageId(), delivery.body()), webhook.isPaused() && !isTest(delivery));
  }

  /** It waits until its webhook is resumed, or goes on when that has happened meanwhile. */
  public void park(long deliveryId, Instant now) {
    pending(deliveryId)
        .ifPresent(
            delivery -> {
              if (webhooks.lock(delivery.webhook()).filter(Webhook::isPaused).isPresent()) {
                delivery.park();
              } else {
                next(delivery, now);
              }
            });
  }

  /** Other events to the same receiver are under way: it comes again 5 to 10 seconds later. */
  public void postpone(long deliveryId, Instant now) {
    pending(deliveryId)
        .ifPresent(
            delivery -> {
              Instant turn = now.plus(TURN).plusMillis((long) (TURN.toMillis() * ids.random()));
              delivery.postpone(turn);
              next(delivery, turn);
            });
  }

  /** Notes what came of sending it, and plans the next try. */
  public void tried(long deliveryId, DeliveryTry attempt, Instant now) {
    pending(deliveryId)
        .ifPresent(
            delivery -> {
              if (attempt.succeeded()) {
                delivery.delivered(attempt, now);
              } else if (isTest(delivery)) {
                delivery.failed(attempt, null, now);
              } else {
                failed(delivery, attempt, now);
              }
            });
  }

  private void failed(WebhookDelivery delivery, DeliveryTry attempt, Instant now) {
    Optional<Instant> next =
        attempt.gone() ? Optional.empty() : gate.retries().next(delivery.tries() + 1, attempt.retryAfter(), ids.random(), now);
    if (next.isEmpty()) {
      pausing.given(delivery, attempt, now);
    }
    delivery.failed(attempt, next.orElse(null), now);
    next.ifPresent(at -> next(delivery, at));
  }

  private void next(WebhookDelivery delivery, Instant at) {
    plans.plan(DueTaskKind.WEBHOOK_DELIVERY, null, delivery.id(), "", at, Values.EMPTY);
  }

  private Optional<WebhookDelivery> pending(long deliveryId) {
    return deliveries.find(deliveryId).filter(delivery -> delivery.state() == DeliveryState.PENDING);
  }

  private static boolean isTest(WebhookDelivery delivery) {
    return delivery.event() == WebhookEvent.WEBHOOK_TEST;
  }
}
