package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call by every role. The table says what each role gets: 200 where the call is his, 404 or 422 where it is his but
 * speaks of something that is not there, 409 where it comes too late, 403 where it is not his. Nobody without credentials gets anything but 401.
 */
@ExtendWith(ServerLogOnFailure.class)
class RoleMatrixIT {
  private static final List<String> USERS = List.of("requester", "agent", "lead", "owner", "operator", "admin", "bank");

  private static final String VERSION = "{\"version\":0}";
  private static final String CLOSING = "{\"resolution\":\"FULFILLED\",\"reason\":\"x\",\"version\":0}";
  private static final String ASSIGNMENT = "{\"user\":\"agent\",\"version\":0}";
  private static final String REOPENING = "{\"reason\":\"x\",\"version\":0}";
  private static final String REQUEST = "{\"process\":\"No_Such_Process\"}";
  private static final String REQUESTS = "{\"requests\":[{\"process\":\"No_Such_Process\"}]}";
  private static final String COMPLETION = "{\"outcome\":\"approved\"}";
  private static final String RECEIVER = "{\"to\":\"agent\"}";
  private static final String QUEUE = "{\"queue\":\"back_office\"}";
  private static final String PRIORITY = "{\"priority\":\"HIGH\"}";
  private static final String SNOOZE = "{\"until\":\"2020-01-01T00:00:00Z\",\"reason\":\"x\"}";
  private static final String SUBSTITUTION = "{\"substitute\":\"x\",\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2020-01-02T00:00:00Z\"}";
  private static final String MIGRATION = "{\"process\":\"No_Such_Process\",\"fromVersion\":1,\"toVersion\":2,\"reason\":\"x\"}";
  private static final String EVENT = "{\"id\":\"x\",\"name\":\"x\"}";
  private static final String MESSAGE = "{\"text\":\"x\"}";
  private static final String DOCUMENT = "{\"name\":\"x.pdf\",\"mediaType\":\"application/pdf\",\"content\":\"JVBERg==\"}";
  private static final String LINK = "{\"number\":\"C-99999998\"}";
  private static final String SAMPLE = "{\"process\":\"No_Such_Process\",\"integration\":\"x\"}";
  private static final String MATCH = "{\"attempt\":99999999,\"reason\":\"x\"}";
  private static final String BATCH = "{\"action\":\"RETRY\",\"process\":\"No_Such_Process\",\"reason\":\"x\"}";
  private static final String REASON = "{\"reason\":\"x\"}";
  private static final String WEBHOOK = "{\"name\":\"No Name\",\"url\":\"https://192.0.2.1/hook\",\"events\":[\"case.created\"],\"version\":0}";

  //                                                             requester agent lead owner operator admin bank
  private static final List<Row> TABLE =
      List.of(
          row("POST /service-requests", "/service-requests", REQUEST, 422, 422, 422, 403, 403, 422, 422),
          row("GET /service-requests/{id}", "/service-requests/99999999", "", 404, 404, 404, 404, 404, 404, 404),
          row("PATCH /service-requests/{id}", "/service-requests/99999999", VERSION, 403, 404, 404, 403, 403, 403, 403),
          row("POST /service-requests/batch", "/service-requests/batch", REQUESTS, 403, 422, 422, 403, 403, 422, 422),
          row("GET /cases", "/cases", "", 200, 200, 200, 200, 200, 200, 200),
          row("GET /cases/{number}", "/cases/C-99999999", "", 404, 404, 404, 404, 404, 404, 404),
          row("GET /cases/{number}/documents/{document}", "/cases/C-99999999/documents/1", "", 404, 404, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/take", "/cases/C-99999999/take", VERSION, 403, 404, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/give-back", "/cases/C-99999999/give-back", VERSION, 403, 404, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/close", "/cases/C-99999999/close", CLOSING, 403, 404, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/assign", "/cases/C-99999999/assign", ASSIGNMENT, 403, 403, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/reopen", "/cases/C-99999999/reopen", REOPENING, 403, 404, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/milestones/pause", "/cases/C-99999999/milestones/pause", REASON, 403, 404, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/milestones/resume", "/cases/C-99999999/milestones/resume", "", 403, 404, 404, 403, 403, 403, 403),
          row("GET /cases/{number}/sight", "/cases/C-99999999/sight?user=x", "", 403, 403, 403, 403, 403, 404, 403),
          row("GET /cases/{number}/legal-holds", "/cases/C-99999999/legal-holds", "", 403, 403, 404, 403, 404, 404, 403),
          row("POST /cases/{number}/legal-holds", "/cases/C-99999999/legal-holds", REASON, 403, 403, 404, 403, 403, 404, 403),
          row("POST /cases/{number}/legal-holds/lift", "/cases/C-99999999/legal-holds/lift", REASON, 403, 403, 404, 403, 403, 404, 403),
          row("POST /cases/{number}/events", "/cases/C-99999999/events", EVENT, 403, 403, 403, 403, 404, 404, 404),
          row("GET /cases/{number}/messages", "/cases/C-99999999/messages", "", 404, 404, 404, 404, 404, 404, 404),
          row("POST /cases/{number}/messages", "/cases/C-99999999/messages", MESSAGE, 404, 404, 404, 404, 404, 404, 404),
          row("POST /cases/{number}/documents", "/cases/C-99999999/documents", DOCUMENT, 403, 404, 404, 403, 403, 403, 403),
          row("GET /cases/{number}/links", "/cases/C-99999999/links", "", 403, 404, 404, 404, 404, 404, 403),
          row("POST /cases/{number}/links", "/cases/C-99999999/links", LINK, 403, 404, 404, 403, 403, 403, 403),
          row("DELETE /cases/{number}/links/{other}", "/cases/C-99999999/links/C-99999998", "", 403, 404, 404, 403, 403, 403, 403),
          row("POST /cases/{number}/messages/read", "/cases/C-99999999/messages/read", "", 404, 404, 404, 404, 404, 404, 404),
          row("GET /notifications", "/notifications", "", 200, 200, 200, 200, 200, 200, 403),
          row("GET /notifications/mail", "/notifications/mail", "", 204, 204, 204, 204, 204, 204, 403),
          row("PUT /notifications/mail", "/notifications/mail", "{\"address\":\"nobody\"}", 409, 409, 409, 409, 409, 409, 403),
          row("DELETE /notifications/mail", "/notifications/mail", "", 204, 204, 204, 204, 204, 204, 403),
          row("POST /notifications/{id}/read", "/notifications/99999999/read", "", 404, 404, 404, 404, 404, 404, 403),
          row("GET /work-items", "/work-items", "", 403, 200, 200, 403, 200, 200, 403),
          row("GET /work-items/{id}", "/work-items/99999999", "", 403, 404, 404, 403, 404, 404, 403),
          row("POST /work-items/next", "/work-items/next", "", 403, 200, 200, 403, 403, 403, 403),
          row("POST /work-items/{id}/claim", "/work-items/99999999/claim", "", 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/release", "/work-items/99999999/release", "", 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/complete", "/work-items/99999999/complete", COMPLETION, 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/reassign", "/work-items/99999999/reassign", RECEIVER, 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/move", "/work-items/99999999/move", QUEUE, 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/delegate", "/work-items/99999999/delegate", RECEIVER, 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/priority", "/work-items/99999999/priority", PRIORITY, 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/lease", "/work-items/99999999/lease", "", 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/snooze", "/work-items/99999999/snooze", SNOOZE, 403, 404, 404, 403, 403, 403, 403),
          row("POST /work-items/{id}/wake", "/work-items/99999999/wake", "", 403, 404, 404, 403, 403, 403, 403),
          row("GET /substitutions", "/substitutions", "", 403, 200, 200, 403, 403, 200, 403),
          row("POST /substitutions", "/substitutions", SUBSTITUTION, 403, 409, 409, 403, 403, 409, 403),
          row("DELETE /substitutions/{id}", "/substitutions/99999999", "", 403, 404, 404, 403, 403, 404, 403),
          row("GET /queues", "/queues", "", 403, 403, 200, 403, 200, 200, 403),
          row("GET /acknowledgements", "/acknowledgements", "", 403, 403, 403, 403, 200, 200, 403),
          row("POST /acknowledgements/{connector}", "/acknowledgements/no-such-connector", "{}", 403, 403, 403, 403, 403, 403, 404),
          row("POST /acknowledgements/{id}/match", "/acknowledgements/99999999/match", MATCH, 403, 403, 403, 403, 404, 404, 403),
          row("POST /acknowledgements/{id}/discard", "/acknowledgements/99999999/discard", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("GET /ledger", "/ledger", "", 403, 403, 200, 403, 200, 200, 403),
          row("GET /ledger/{id}", "/ledger/99999999", "", 403, 403, 404, 403, 404, 404, 403),
          row("GET /nodes", "/nodes", "", 403, 403, 403, 403, 200, 200, 403),
          row("GET /system", "/system", "", 403, 403, 403, 403, 200, 200, 403),
          row("GET /timers", "/timers", "", 403, 403, 403, 403, 200, 200, 403),
          row("GET /timers/counts", "/timers/counts", "", 403, 403, 403, 403, 200, 200, 403),
          row("GET /incidents", "/incidents", "", 403, 403, 200, 403, 200, 200, 403),
          row("GET /incidents/causes", "/incidents/causes", "", 403, 403, 200, 403, 200, 200, 403),
          row("GET /incidents/{id}", "/incidents/99999999", "", 403, 403, 404, 403, 404, 404, 403),
          row("POST /incidents/{id}/cancel", "/incidents/99999999/cancel", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /incidents/{id}/retry", "/incidents/99999999/retry", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /incidents/{id}/skip", "/incidents/99999999/skip", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /batches/preview", "/batches/preview", BATCH, 403, 403, 403, 403, 200, 200, 403),
          row("POST /batches", "/batches", BATCH, 403, 403, 403, 403, 409, 409, 403),
          row("GET /batches", "/batches", "", 403, 403, 200, 403, 200, 200, 403),
          row("GET /batches/{id}", "/batches/99999999", "", 403, 403, 404, 403, 404, 404, 403),
          row("GET /batches/{id}/items", "/batches/99999999/items", "", 403, 403, 404, 403, 404, 404, 403),
          row("POST /batches/{id}/pause", "/batches/99999999/pause", "", 403, 403, 403, 403, 404, 404, 403),
          row("POST /batches/{id}/resume", "/batches/99999999/resume", "", 403, 403, 403, 403, 404, 404, 403),
          row("POST /batches/{id}/cancel", "/batches/99999999/cancel", "", 403, 403, 403, 403, 404, 404, 403),
          row("GET /connectors", "/connectors", "", 403, 403, 200, 403, 200, 200, 403),
          row("GET /connectors/{name}/changes", "/connectors/no-such-one/changes", "", 403, 403, 404, 403, 404, 404, 403),
          row("GET /connectors/{name}/health", "/connectors/no-such-one/health", "", 403, 403, 404, 404, 404, 404, 403),
          row("GET /connectors/{name}/dead-letters", "/connectors/no-such-one/dead-letters", "", 403, 403, 403, 403, 404, 404, 403),
          row("POST /connectors/{name}/dead-letters/{id}/send-back", "/connectors/no-such-one/dead-letters/ID:1/send-back", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /connectors/{name}/dead-letters/{id}/discard", "/connectors/no-such-one/dead-letters/ID:1/discard", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("GET /integrations", "/integrations", "", 403, 403, 200, 200, 200, 200, 403),
          row("POST /integrations/preview", "/integrations/preview", SAMPLE, 403, 403, 403, 404, 403, 404, 403),
          row("POST /integrations/test", "/integrations/test", SAMPLE, 403, 403, 403, 404, 403, 404, 403),
          row("POST /connectors/{name}/stop", "/connectors/no-such-one/stop", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /connectors/{name}/start", "/connectors/no-such-one/start", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("GET /webhooks", "/webhooks", "", 403, 403, 403, 403, 200, 200, 403),
          row("POST /webhooks", "/webhooks", WEBHOOK, 403, 403, 403, 403, 403, 409, 403),
          row("GET /webhooks/{name}", "/webhooks/no-such-one", "", 403, 403, 403, 403, 404, 404, 403),
          row("PUT /webhooks/{name}", "/webhooks/no-such-one", WEBHOOK, 403, 403, 403, 403, 403, 404, 403),
          row("DELETE /webhooks/{name}", "/webhooks/no-such-one", "", 403, 403, 403, 403, 403, 404, 403),
          row("POST /webhooks/{name}/pause", "/webhooks/no-such-one/pause", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /webhooks/{name}/resume", "/webhooks/no-such-one/resume", "", 403, 403, 403, 403, 404, 404, 403),
          row("POST /webhooks/{name}/test", "/webhooks/no-such-one/test", "", 403, 403, 403, 403, 404, 404, 403),
          row("GET /webhooks/{name}/deliveries", "/webhooks/no-such-one/deliveries", "", 403, 403, 403, 403, 404, 404, 403),
          row("GET /webhooks/{name}/deliveries/{id}", "/webhooks/no-such-one/deliveries/99999999", "", 403, 403, 403, 403, 404, 404, 403),
          row("POST /webhooks/{name}/deliveries/{id}/redeliver", "/webhooks/no-such-one/deliveries/99999999/redeliver", "", 403, 403, 403, 403, 404, 404, 403),
          row("GET /webhook-events", "/webhook-events", "", 403, 403, 403, 200, 200, 200, 200),
          row("GET /flows", "/flows", "", 403, 403, 200, 200, 200, 200, 403),
          row("POST /flows/{id}/cancel", "/flows/99999999/cancel", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /flows/{id}/suspend", "/flows/99999999/suspend", REASON, 403, 403, 403, 403, 404, 404, 403),
          row("POST /flows/{id}/send-back", "/flows/99999999/send-back", "{\"stage\":\"verify\",\"reason\":\"x\"}", 403, 403, 403, 403, 404, 404, 403),
          row("POST /flows/{id}/resume", "/flows/99999999/resume", "", 403, 403, 403, 403, 404, 404, 403),
          row("POST /flows/{id}/recheck", "/flows/99999999/recheck", "", 403, 403, 403, 403, 404, 404, 404),
          row("POST /migrations", "/migrations", MIGRATION, 403, 403, 403, 404, 404, 404, 403),
          row("POST /migrations/rehearsal", "/migrations/rehearsal", MIGRATION, 403, 403, 403, 404, 404, 404, 403),
          row("GET /migrations", "/migrations?process=No_Such_Process", "", 403, 403, 403, 200, 200, 200, 403),
          row("GET /migrations/{id}", "/migrations/99999999", "", 403, 403, 403, 404, 404, 404, 403),
          row("GET /migrations/{id}/results", "/migrations/99999999/results", "", 403, 403, 403, 404, 404, 404, 403),
          row("GET /admin-changes", "/admin-changes", "", 403, 403, 403, 403, 403, 200, 403),
          row("GET /admin-changes/check", "/admin-changes/check", "", 403, 403, 403, 403, 403, 200, 403),
          row("GET /calendars", "/calendars", "", 403, 403, 403, 200, 403, 200, 403),
          row("GET /calendars/{process}/{name}/due", "/calendars/No_Such_Process/x/due?work=PT1H", "", 403, 403, 403, 404, 403, 404, 403),
          row("GET /processes", "/processes", "", 200, 200, 200, 200, 200, 200, 200),
          row("GET /processes/{name}", "/processes/No_Such_Process", "", 404, 404, 404, 404, 404, 404, 404),
          row("GET /retention/runs", "/retention/runs", "", 403, 403, 403, 200, 200, 200, 403),
          row("GET /retention/runs/{id}", "/retention/runs/99999999", "", 403, 403, 403, 404, 404, 404, 403),
          row("POST /retention/runs", "/retention/runs", "", 403, 403, 403, 403, 200, 200, 403),
          row("GET /retention/processes", "/retention/processes", "", 403, 403, 403, 200, 200, 200, 403),
          row("GET /retention/schedule", "/retention/schedule", "", 403, 403, 403, 200, 200, 200, 403),
          row("PUT /retention/schedule", "/retention/schedule", "{\"zone\":\"Atlantis\"}", 403, 403, 403, 403, 403, 409, 403),
          row("POST /bulk-jobs", "/bulk-jobs", "process\n", 403, 403, 403, 403, 422, 422, 422),
          row("GET /bulk-jobs", "/bulk-jobs", "", 403, 403, 403, 403, 200, 200, 200),
          row("GET /bulk-jobs/{id}", "/bulk-jobs/99999999", "", 403, 403, 403, 403, 404, 404, 404),
          row("DELETE /bulk-jobs/{id}", "/bulk-jobs/99999999", "", 403, 403, 403, 403, 404, 404, 404),
          row("POST /bulk-jobs/{id}/stop", "/bulk-jobs/99999999/stop", "", 403, 403, 403, 403, 404, 404, 404),
          row("POST /bulk-jobs/{id}/restart", "/bulk-jobs/99999999/restart", "", 403, 403, 403, 403, 404, 404, 404),
          row("GET /bulk-jobs/{id}/refusals", "/bulk-jobs/99999999/refusals", "", 403, 403, 403, 403, 404, 404, 404),
          row("GET /bulk-jobs/{id}/report", "/bulk-jobs/99999999/report", "", 403, 403, 403, 403, 404, 404, 404),
          row("GET /studio/processes", "/studio/processes", "", 403, 403, 403, 200, 200, 200, 403),
          row("GET /studio/processes/{name}/versions", "/studio/processes/No_Such_One/versions", "", 403, 403, 403, 404, 404, 404, 403),
          row("GET /studio/processes/{name}/versions/{version}/bundle", "/studio/processes/No_Such_One/versions/1/bundle", "", 403, 403, 403, 404, 404, 404, 403),
          row("POST /studio/processes/{name}/versions/{version}/activate", "/studio/processes/No_Such_One/versions/1/activate", REASON, 403, 403, 403, 404, 403, 404, 403),
          row("GET /studio/processes/{name}/activations", "/studio/processes/No_Such_One/activations", "", 403, 403, 403, 404, 404, 404, 403),
          row("POST /studio/processes/{name}/call-off", "/studio/processes/No_Such_One/call-off", REASON, 403, 403, 403, 404, 403, 404, 403),
          row("POST /studio/processes/{name}/retire", "/studio/processes/No_Such_One/retire", REASON, 403, 403, 403, 404, 403, 404, 403),
          row("GET /studio/drafts/{name}", "/studio/drafts/No_Such_One", "", 403, 403, 403, 404, 403, 404, 403),
          row("PUT /studio/drafts/{name}", "/studio/drafts/No__Name", "x: 1", 403, 403, 403, 409, 403, 409, 403),
          row("DELETE /studio/drafts/{name}", "/studio/drafts/No_Such_One?version=0", "", 403, 403, 403, 404, 403, 404, 403),
          row("POST /studio/drafts/{name}/publish", "/studio/drafts/No_Such_One/publish?version=0", "", 403, 403, 403, 404, 403, 404, 403),
          row("GET /studio/templates", "/studio/templates", "", 403, 403, 403, 200, 200, 200, 403),
          row("POST /studio/templates/{template}", "/studio/templates/no-such-one", "{\"name\":\"X\"}", 403, 403, 403, 404, 403, 404, 403),
          row("GET /studio/simulations/{name}", "/studio/simulations/No_Such_One", "", 403, 403, 403, 404, 403, 404, 403),
          row("POST /studio/simulations/{name}", "/studio/simulations/No_Such_One", "{\"scenario\":{}}", 403, 403, 403, 404, 403, 404, 403),
          row("POST /studio/drafts/{name}/hand-in", "/studio/drafts/No_Such_One/hand-in?version=0", "", 403, 403, 403, 404, 403, 404, 403),
          row("POST /studio/drafts/{name}/send-back", "/studio/drafts/No_Such_One/send-back?version=0", REASON, 403, 403, 403, 404, 403, 404, 403),
          row("GET /studio/publication-rule", "/studio/publication-rule", "", 403, 403, 403, 200, 200, 200, 403),
          row("PUT /studio/publication-rule", "/studio/publication-rule", "{\"fourEyes\":false}", 403, 403, 403, 403, 403, 200, 403),
          row("GET /studio/processes/{name}/versions/{version}/differences", "/studio/processes/No_Such_One/versions/1/differences", "", 403, 403, 403, 404, 404, 404, 403),
          row("GET /bundles/archive", "/bundles/archive?process=No_Such_One", "", 403, 403, 403, 404, 404, 404, 403),
          row("POST /bundles/archive", "/bundles/archive", "no zip", 403, 403, 403, 422, 403, 422, 403),
          row("POST /bundles/archive/plan", "/bundles/archive/plan", "no zip", 403, 403, 403, 422, 403, 422, 403),
          row("POST /bundles/archive/verify", "/bundles/archive/verify", "no zip", 403, 403, 403, 422, 422, 422, 403),
          row("POST /bundles/plan", "/bundles/plan", "bundle: casebound/1", 403, 403, 403, 422, 403, 422, 403),
          row("POST /bundles", "/bundles", "bundle: casebound/1", 403, 403, 403, 422, 403, 422, 403));

  private record Row(String operation, String path, String body, List<Integer> statuses) {
    String method() {
      return operation.substring(0, operation.indexOf(' '));
    }

    @Override
    public String toString() {
      return operation;
    }
  }

  private static Row row(String operation, String path, String body, Integer... statuses) {
    return new Row(operation, "/api/v1" + path, body, List.of(statuses));
  }

  static List<Row> table() {
    return TABLE;
  }

  private final CaseboundServer server = SharedServer.any();

  @ParameterizedTest
  @MethodSource("table")
  void letsInWhomTheTableNames(Row row) {
    for (int i = 0; i < USERS.size(); i++) {
      if (row.path().endsWith("/next") && row.statuses().get(i) == 200) {
        Requests.file(server.as("bank"), Requests.addressUpdate());
      }
      Reply reply = call(server.as(USERS.get(i)), row);
      assertThat(reply.status()).as("%s by %s: %s", row, USERS.get(i), reply).isEqualTo(row.statuses().get(i));
      if (reply.status() == 403) {
        Problems.expect(reply, 403, "forbidden");
      } else if (row.operation().equals("POST /retention/runs")) {
        awaitEndOfRun(reply.json().get("id").asLong());
      } else if (row.path().endsWith("/next")) {
        server.as(USERS.get(i)).post("/api/v1/work-items/" + reply.json().get("id") + "/release", "").expect(200);
      }
    }
  }

  /** One run at a time. */
  private void awaitEndOfRun(long run) {
    await("run " + run)
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.as("operator").get("/api/v1/retention/runs/" + run).expect(200).json().hasNonNull("endedAt"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void letsInNobodyWithoutValidCredentials(Row row) {
    for (Api stranger : List.of(server.anonymous(), server.anonymous().as("nobody", "x"))) {
      expectStranger(call(stranger, row));
    }
  }

  /** Once only: the server locks a user out after some wrong passwords. */
  @Test
  void letsInNobodyWithAWrongPassword() {
    expectStranger(server.anonymous().as("operator", "wrong").get("/api/v1/cases"));
    expectStranger(server.anonymous().with("Authorization", "Bearer x.y.z").get("/api/v1/cases"));
    expectStranger(server.anonymous().with("Authorization", "Basic !").get("/api/v1/cases"));
  }

  private static void expectStranger(Reply reply) {
    Problems.expect(reply, 401, "unauthenticated");
    assertThat(reply.header("WWW-Authenticate")).hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic "));
    assertThat(reply.header("Set-Cookie").filter(cookie -> !cookie.contains("Expires=Thu, 01-Jan-1970"))).isEmpty();
  }

  @Test
  void coversEveryOperationOfTheDocument() {
    JsonNode paths = server.anonymous().with("Accept", "application/json").get("/openapi?format=JSON").expect(200).json().get("paths");
    Set<String> documented = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        documented.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey().replace("/api/v1", ""));
      }
    }
    assertThat(TABLE).extracting(Row::operation).containsExactlyInAnyOrderElementsOf(documented);
  }

  private static Reply call(Api caller, Row row) {
    if (row.method().equals("GET")) {
      return caller.get(row.path());
    }
    return mediaType(row).map(type -> caller.with("Content-Type", type)).orElse(caller).send(row.method(), row.path(), row.body());
  }

  /** What the operation takes in place of JSON. */
  private static Optional<String> mediaType(Row row) {
    if (row.path().startsWith("/api/v1/bundles/archive")) {
      return Optional.of("application/zip");
    }
    if (row.path().startsWith("/api/v1/bundles") || row.operation().equals("PUT /studio/drafts/{name}")) {
      return Optional.of("text/yaml");
    }
    return row.path().endsWith("/bulk-jobs") ? Optional.of("text/csv") : Optional.empty();
  }
}
