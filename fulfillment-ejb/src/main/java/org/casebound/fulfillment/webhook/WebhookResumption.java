package org.casebound.fulfillment.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.integration.WebhookDelivery;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DeliveryRepository;

/** Sends what was kept for a webhook while it was paused, a few at a time. */
@ApplicationScoped
public class WebhookResumption implements DueTaskHandler {
  private static final int AT_A_TIME = 200;

  @Inject private DeliveryRepository deliveries;
  @Inject private DueTaskPlans plans;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.WEBHOOK_RESUMPTION;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    List<WebhookDelivery> parked = deliveries.parked(task.name(), AT_A_TIME);
    for (WebhookDelivery delivery : parked) {
      delivery.postpone(now);
      plans.plan(DueTaskKind.WEBHOOK_DELIVERY, null, delivery.id(), "", now, Values.EMPTY);
    }
    if (parked.size() == AT_A_TIME) {
      plans.plan(kind(), null, task.subjectId(), task.name(), now, Values.EMPTY);
    }
  }
}
