package org.casebound.domain.integration;

import java.util.Arrays;
import java.util.Optional;

/** What webhooks can be told. Each change is one event; which one is the same on every node and in every version. */
public enum WebhookEvent {
  /** A request was filed. */
  CASE_CREATED("case.created"),
  /** A case has another status, and is neither closed nor taken up again. */
  CASE_STATUS_CHANGED("case.status_changed"),
  /** A case is closed, fulfilled or rejected. */
  CASE_CLOSED("case.closed"),
  /** A case is closed because it was canceled. */
  CASE_CANCELED("case.canceled"),
  /** A closed case was taken up again. */
  CASE_REOPENED("case.reopened"),
  /** There is work for a person. */
  WORK_ITEM_OPENED("work_item.opened"),
  /** A person did the work. */
  WORK_ITEM_COMPLETED("work_item.completed"),
  /** Nobody needs to do the work any more. */
  WORK_ITEM_CANCELED("work_item.canceled"),
  /** A flow stopped: a person must decide. */
  INCIDENT_OPENED("incident.opened"),
  /** A person decided, or the flow went on or ended. */
  INCIDENT_RESOLVED("incident.resolved"),
  /** A person tries a webhook; it is sent whatever the webhook wants. */
  WEBHOOK_TEST("webhook.test");

  private final String type;

  WebhookEvent(String type) {
    this.type = type;
  }

  /** What it is called in messages, e.g. {@code case.created}. */
  public String type() {
    return type;
  }

  /** The event that is called so; empty when none is. */
  public static Optional<WebhookEvent> ofType(String type) {
    return Arrays.stream(values()).filter(event -> event.type.equals(type)).findFirst();
  }

  /** Whether a webhook can want it, rather than be sent it by a person. */
  public boolean isOffered() {
    return this != WEBHOOK_TEST;
  }
}
