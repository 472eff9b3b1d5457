package org.casebound.fulfillment.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.workitem.WorkItem;

/**
 * The body of a message: type, time, and numbers, names and states that are no personal data. Whoever wants more reads it by the API, with rights
 * of his own, at {@code link}.
 */
final class WebhookMessage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/v1/";

  private WebhookMessage() {}

  static Map<String, Object> ofCase(WebhookEvent event, Case about, CaseStatus before, Instant now) {
    Map<String, Object> data = about(about.number(), about.processName(), about.processVersion());
    data.put("status", about.status().name());
    if (event != WebhookEvent.CASE_CREATED) {
      data.put("previousStatus", before.name());
    }
    about.resolution().ifPresent(resolution -> data.put("resolution", resolution.name()));
    return envelope(event, data, "cases/" + about.number(), now);
  }

  static Map<String, Object> ofWork(WebhookEvent event, WorkItem item, int version, Instant now) {
    Map<String, Object> data = about(new CaseNumber(item.caseId()), item.processName(), version);
    data.put("workItem", item.id());
    data.put("step", item.stepName());
    data.put("queue", item.queue());
    data.put("state", item.state().name());
    return envelope(event, data, "work-items/" + item.id(), now);
  }

  static Map<String, Object> ofIncident(WebhookEvent event, Incident incident, FulfillmentFlow flow, Instant now) {
    Map<String, Object> data = about(new CaseNumber(incident.caseId()), incident.processName(), flow.processVersion());
    data.put("incident", incident.id());
    data.put("flow", flow.name());
    if (!incident.stepName().isEmpty()) {
      data.put("step", incident.stepName());
    }
    data.put("code", incident.code());
    incident.decision().ifPresent(decision -> data.put("decision", decision.name()));
    return envelope(event, data, "incidents/" + incident.id(), now);
  }

  static Map<String, Object> test(String webhook, Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("webhook", webhook);
    return envelope(WebhookEvent.WEBHOOK_TEST, data, "webhooks/" + webhook, now);
  }

  static String text(Map<String, Object> message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers can be written", impossible);
    }
  }

  private static Map<String, Object> about(CaseNumber number, String process, int version) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("case", number.toString());
    data.put("process", process);
    data.put("version", version);
    return data;
  }

  private static Map<String, Object> envelope(WebhookEvent event, Map<String, Object> data, String link, Instant now) {
    data.put("link", API + link);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", event.type());
    message.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    message.put("data", data);
    return message;
  }
}
