package org.casebound.fulfillment.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.integration.WebhookGate;
import org.casebound.fulfillment.persistence.DeliveryRepository;

/** Forgets old deliveries once a day, and plans the next day. The first task came with the table. */
@ApplicationScoped
public class OldDeliveries implements DueTaskHandler {
  private static final Duration PAUSE = Duration.ofDays(1);

  @Inject private DeliveryRepository deliveries;
  @Inject private DueTaskPlans plans;
  @Inject private WebhookGate gate;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.WEBHOOK_CLEANUP;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    deliveries.forget(now.minus(gate.kept()));
    plans.plan(kind(), null, task.subjectId(), "", now.plus(PAUSE), Values.EMPTY);
  }
}
