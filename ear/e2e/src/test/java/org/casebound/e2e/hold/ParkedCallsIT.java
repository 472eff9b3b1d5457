package org.casebound.e2e.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.flow.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls that a back office has accepted and not yet acknowledged are rows, and nothing else: no thread, no connection, no memory.
 * The long form parks 10,000 ({@code -Dcasebound.hold.parked.cases}).
 */
@ExtendWith(ServerLogOnFailure.class)
class ParkedCallsIT {
  private static final int CASES = Form.choose("parked.cases", 400, 10_000);
  private static final int WARM_UP = 200;

  /** The server's threads for calls may all have begun meanwhile, and a few for requests. */
  private static final int MORE_THREADS = SmallServer.CALLS_AT_A_TIME + 16;

  /** Bytes of live heap that all parked calls together may add: caches and the noise of a collection, whatever their number. */
  private static final long MORE_HEAP = 12L * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(60 + CASES / 20);
  private static final String PARKED =
      "select count(*) from step_attempt where integration = 'Park_Address' and state = 'ACCEPTED'";

  private final SmallServer small = SmallServer.shared();
  private final CaseboundServer server = small.server();

  @Test
  void parkedCallsHoldNothingButTheirRows() {
    small.importBundle("parked.yaml");
    park(WARM_UP);
    int threads = small.threads();
    long heap = small.liveHeap();
    park(CASES);
    await("nobody to use the database").atMost(PATIENCE).until(() -> small.databasePool("InUseCount") == 0);
    await("nobody to use the back office").atMost(PATIENCE).until(() -> small.connectorPool("CoreBanking", "InUseCount") == 0);
    long grown = small.liveHeap() - heap;
    Form.note("%d parked calls: %d bytes of live heap more, %d for each; %d threads more"
        .formatted(CASES, grown, grown / CASES, small.threads() - threads));
    assertThat(grown).as("bytes of live heap for %s parked calls", CASES).isLessThan(MORE_HEAP);
    assertThat(small.threads()).isLessThanOrEqualTo(threads + MORE_THREADS);
    assertThat(server.metric("datasources_pool_in_use_count")).isZero();
    anAcknowledgementStillFindsItsCall();
  }

  private void park(int count) {
    long target = small.count(PARKED) + count;
    small.file(count, number -> Map.of(
        "process", "Park_Address", "requester", "requester", "attributes", Map.of("customerId", Desk.newCustomer())));
    await("calls to be parked").atMost(PATIENCE).until(() -> small.count(PARKED) == target);
  }

  private void anAcknowledgementStillFindsItsCall() {
    String reference = small.bank().accepted().peek();
    long parked = small.count(PARKED);
    String body = "{\"messageId\":\"%s\",\"reference\":\"%s\",\"status\":\"DONE\"}".formatted(UUID.randomUUID(), reference);
    Instant now = Instant.now();
    WebhookSignature signature = new WebhookSignature(List.of(Secrets.WEBHOOK), Duration.ofMinutes(5), Clock.systemUTC());
    String receipt = server.as("bank")
        .with(WebhookSignature.ID, "w-1")
        .with(WebhookSignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
        .with(WebhookSignature.SIGNATURE, signature.sign("w-1", now, body.getBytes(StandardCharsets.UTF_8)))
        .post("/api/v1/acknowledgements/core-banking", body).expect(200).json().path("receipt").asText();
    assertThat(receipt).isEqualTo("MATCHED");
    assertThat(small.count(PARKED)).isEqualTo(parked - 1);
  }
}
