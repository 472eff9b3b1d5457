package org.casebound.fulfillment.webhook;

import java.util.Arrays;
import java.util.List;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.IncidentDecision;
import org.casebound.domain.integration.WebhookEvent;
import org.casebound.domain.shared.Resolution;
import org.casebound.domain.workitem.WorkItemState;

/** Every type of event that webhooks are told, with what its messages look like. */
public final class EventCatalog {
  private static final String LINK = "link";
  private static final String READ = "Where the API shows it, to those who may see it.";
  private static final String STATUS = "status";

  private EventCatalog() {}

  /** All types. */
  public static List<EventType> all() {
    return Arrays.stream(WebhookEvent.values()).map(EventCatalog::type).toList();
  }

  private static EventType type(WebhookEvent event) {
    return switch (event) {
      case CASE_CREATED -> EventType.of(event, "A request was filed.", aCase(CaseStatus.NEW).text(LINK, READ, "/api/v1/cases/C-00004711"));
      case CASE_STATUS_CHANGED ->
          EventType.of(event, "A case has another status, and is neither closed nor taken up again.", changed(CaseStatus.WAITING, CaseStatus.IN_PROGRESS));
      case CASE_CLOSED -> EventType.of(event, "A case is closed, fulfilled or rejected.", closed(Resolution.FULFILLED));
      case CASE_CANCELED -> EventType.of(event, "A case is closed because it was canceled.", closed(Resolution.CANCELED));
      case CASE_REOPENED -> EventType.of(event, "A closed case was taken up again.", changed(CaseStatus.IN_PROGRESS, CaseStatus.CLOSED));
      case WORK_ITEM_OPENED -> EventType.of(event, "There is work for a person.", work(WorkItemState.OFFERED));
      case WORK_ITEM_COMPLETED -> EventType.of(event, "A person did the work.", work(WorkItemState.COMPLETED));
      case WORK_ITEM_CANCELED -> EventType.of(event, "Nobody needs to do the work any more.", work(WorkItemState.CANCELED));
      case INCIDENT_OPENED -> EventType.of(event, "A flow stopped; a person must decide.", incident().text(LINK, READ, "/api/v1/incidents/17"));
      case INCIDENT_RESOLVED ->
          EventType.of(
              event,
              "A person decided about an incident, or its flow went on or ended.",
              incident()
                  .choice("decision", "What a person decided; missing when nobody had to.", IncidentDecision.RETRY, IncidentDecision.values())
                  .optional()
                  .text(LINK, READ, "/api/v1/incidents/17"));
      case WEBHOOK_TEST ->
          EventType.of(
              event,
              "A person tries the webhook; it is sent once, whatever the webhook wants.",
              EventShape.empty().text("webhook", "Name of the webhook.", "data-warehouse").text(LINK, READ, "/api/v1/webhooks/data-warehouse"));
    };
  }

  private static EventShape about() {
    return EventShape.empty()
        .text("case", "Number of the case.", "C-00004711")
        .text("process", "Name of its process.", "Address_Update")
        .number("version", "Version of the process.", 3);
  }

  private static EventShape aCase(CaseStatus status) {
    return about().choice(STATUS, "Where the case stands now.", status, CaseStatus.values());
  }

  private static EventShape changed(CaseStatus status, CaseStatus before) {
    return aCase(status).choice("previousStatus", "Where it stood before.", before, CaseStatus.values()).text(LINK, READ, "/api/v1/cases/C-00004711");
  }

  private static EventShape closed(Resolution resolution) {
    return aCase(CaseStatus.CLOSED)
        .choice("previousStatus", "Where it stood before.", CaseStatus.IN_PROGRESS, CaseStatus.values())
        .choice("resolution", "How it ended.", resolution, Resolution.values())
        .text(LINK, READ, "/api/v1/cases/C-00004711");
  }

  private static EventShape work(WorkItemState state) {
    return about()
        .number("workItem", "Id of the work item.", 815)
        .text("step", "Name of the step.", "Check_Proof")
        .text("queue", "Queue that it belongs to.", "back_office")
        .choice("state", "How it stands.", state, WorkItemState.values())
        .text(LINK, READ, "/api/v1/work-items/815");
  }

  private static EventShape incident() {
    return about()
        .number("incident", "Id of the incident.", 17)
        .text("flow", "Name of the flow that stopped.", "Fulfillment")
        .text("step", "Step that stopped; missing when the flow stopped between two steps.", "Update_Address")
        .optional()
        .text("code", "Stable code of the cause.", "READ_TIMEOUT");
  }
}
