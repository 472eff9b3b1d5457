package org.casebound.fulfillment.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.integration.WebhookDelivery;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.shared.Values;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Ids;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.DeliveryRepository;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/**
 * Writes what webhooks are to be told, one row for each that wants it, in the caller's transaction: what is rolled back is told to nobody, and what
 * is committed to all. Costs no statement where no webhook wants the event.
 */
@Dependent
public class WebhookOutbox {
  @Inject private Webhooks webhooks;
  @Inject private DeliveryRepository deliveries;
  @Inject private DueTaskPlans plans;
  @Inject private RecordIds ids;
  @Inject private Ids keys;

  /** A request was filed. */
  public void filed(Case filed) {
    ofCase(WebhookEvent.CASE_CREATED, filed, filed.status(), filed.createdAt());
  }

  /** A case has another status than before. */
  public void changed(Case changed, CaseStatus before, Instant now) {
    ofCase(kind(changed, before), changed, before, now);
  }

  /** A work item was offered, completed or canceled; {@code version} is that of the process. */
  public void work(WorkItem item, int version, Instant now) {
    WebhookEvent event =
        switch (item.state()) {
          case OFFERED, CLAIMED -> WebhookEvent.WORK_ITEM_OPENED;
          case COMPLETED -> WebhookEvent.WORK_ITEM_COMPLETED;
          case CANCELED -> WebhookEvent.WORK_ITEM_CANCELED;
        };
    write(event, item.processName(), item.caseId(), () -> WebhookMessage.ofWork(event, item, version, now), now);
  }

  /** An incident of the flow was raised or resolved. */
  public void incident(Incident incident, FulfillmentFlow flow, Instant now) {
    WebhookEvent event = incident.resolvedAt().isPresent() ? WebhookEvent.INCIDENT_RESOLVED : WebhookEvent.INCIDENT_OPENED;
    write(event, incident.processName(), incident.caseId(), () -> WebhookMessage.ofIncident(event, incident, flow, now), now);
  }

  private static WebhookEvent kind(Case changed, CaseStatus before) {
    if (changed.status() == CaseStatus.CLOSED) {
      boolean canceled = changed.resolution().filter(how -> how == Resolution.CANCELED).isPresent();
      return canceled ? WebhookEvent.CASE_CANCELED : WebhookEvent.CASE_CLOSED;
    }
    return before == CaseStatus.CLOSED ? WebhookEvent.CASE_REOPENED : WebhookEvent.CASE_STATUS_CHANGED;
  }

  private void ofCase(WebhookEvent event, Case about, CaseStatus before, Instant now) {
    write(event, about.processName(), about.id(), () -> WebhookMessage.ofCase(event, about, before, now), now);
  }

  private void write(WebhookEvent event, String process, long caseId, Supplier<Map<String, Object>> message, Instant now) {
    List<String> wanting = webhooks.wanting(event, process);
    if (!wanting.isEmpty()) {
      String body = WebhookMessage.text(message.get());
      wanting.forEach(name -> add(new WebhookDelivery(ids.next(RecordKind.WEBHOOK_DELIVERY), name, newId(), event, caseId, body, now)));
    }
  }

  /** A person tries a webhook. */
  WebhookDelivery test(String webhook, Instant now) {
    String body = WebhookMessage.text(WebhookMessage.test(webhook, now));
    return add(new WebhookDelivery(ids.next(RecordKind.WEBHOOK_DELIVERY), webhook, newId(), WebhookEvent.WEBHOOK_TEST, null, body, now));
  }

  private WebhookDelivery add(WebhookDelivery delivery) {
    deliveries.add(delivery);
    plans.plan(DueTaskKind.WEBHOOK_DELIVERY, null, delivery.id(), "", delivery.createdAt(), Values.EMPTY);
    return delivery;
  }

  private String newId() {
    return "msg_" + keys.newKey();
  }
}
