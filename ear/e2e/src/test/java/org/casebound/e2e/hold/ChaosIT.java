package org.casebound.e2e.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.connector.CommandLine;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.RequestStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everything fails at once: two banks, one over HTTP and one behind queues, fail, stall, drop answers, give requests back, acknowledge twice
 * and out of order; the server, the bank, the database and the message broker die and come back, under a stream of requests and people at work. Afterwards nothing is lost, nothing is doubled,
 * nothing is stuck, and each doubt is an incident. The long form has 2,000 cases and 24 deaths ({@code
 * -Dcasebound.hold.chaos.cases}, {@code -Dcasebound.hold.chaos.deaths}, {@code -Dcasebound.hold.chaos.seed}).
 */
@ExtendWith(ServerLogOnFailure.class)
class ChaosIT {
  private static final int CASES = Form.choose("chaos.cases", 100, 2_000);
  private static final int DEATHS = Form.choose("chaos.deaths", 4, 24);
  private static final int SHARE = CASES / (DEATHS + 1);
  private static final long SEED = Long.getLong("casebound.hold.chaos.seed", System.nanoTime());
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String STUCK =
      "select c.id from service_case c where c.status <> 'CLOSED'"
          + " and not exists (select 1 from incident i where i.case_id = c.id and i.resolved_at is null)";
  private static final String HIDDEN_DOUBT =
      "select a.id from step_attempt a where a.state = 'UNKNOWN'"
          + " and not exists (select 1 from step_attempt n where n.idempotency_key = a.idempotency_key"
          + " and n.attempt_number > a.attempt_number)"
          + " and not exists (select 1 from incident i where i.case_id = a.case_id)";

  private final Random random = new Random(SEED);

  @Test
  void nothingIsLostDoubledOrStuckWhateverFails() throws InterruptedException, IOException {
    try (RestartablePostgres database = new RestartablePostgres();
        RestartableBroker broker = new RestartableBroker();
        FaultyQueueBank queueBank = new FaultyQueueBank(broker.address(), new Random(SEED + 2));
        CaseboundServer host = CaseboundServer.on(Database.H2);
        CaseboundServer server = serverOn(database, host)) {
      host.with("casebound.demo-bank.acknowledgement-url", server.acknowledgementAddress().toString());
      host.with("casebound.demo-bank.acknowledgement-rest-url", server.address() + "/api/v1/acknowledgements/core-banking");
      Stream.of(host, server).parallel().forEach(CaseboundServer::start);
      connectTheQueues(server, broker);
      BankFaults faults = new BankFaults(host, new Random(SEED + 1));
      RequestStream stream = new RequestStream(server).alsoFiling("fees", ChaosIT::queuedFee).onlyAllowed();
      faults.begin();
      stream.start();
      Runnable[] deaths = {
        () -> { server.kill(); server.start(); }, () -> { host.kill(); host.start(); }, database::restart, broker::restart};
      dieAgainAndAgain(stream, deaths);
      stream.allow(CASES - DEATHS * SHARE);
      awaitAccepted(stream, CASES);
      faults.end();
      queueBank.behave();
      stream.finish();
      int doubts = everyCaseEnds(database, server);
      nothingIsLostOrDoubled(database, host, queueBank, stream.accepted());
      Form.note("chaos with seed %d: %d cases, %d deaths, %d incidents, 0 lost, 0 doubled, 0 stuck"
          .formatted(SEED, stream.accepted().size(), DEATHS, doubts));
    }
  }

  private static CaseboundServer serverOn(RestartablePostgres database, CaseboundServer host) {
    CaseboundServer server = CaseboundServer.on(Database.H2)
        .keepingChanges()
        .with("casebound.demo-bank.url", host.address() + "/demo-bank")
        .with("casebound.step.lease", "PT5S")
        .with("casebound.poll.interval", "PT0.5S")
        .with("casebound.circuit.probe-interval", "PT1S")
        .with("casebound.circuit.resume-rate", "200");
    database.properties().forEach(server::with);
    return server;
  }

  private static void connectTheQueues(CaseboundServer server, RestartableBroker broker) throws IOException {
    String connector = CommandLine.commands("Message queues", 0);
    new CommandLine(server).run(
        CommandLine.commands("Message queues", 1).replace("broker.example.com", "127.0.0.1").replace("61616", Integer.toString(broker.port()))
            + connector.substring(connector.indexOf("/subsystem=resource-adapters")),
        "jms-connector-rar/target/jms-connector.rar", "jms-acknowledgements/target/jms-acknowledgements.jar");
    try (var bundle = ChaosIT.class.getResourceAsStream("/bundles/queued.yaml")) {
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles", bundle.readAllBytes()).expect(200);
    }
  }

  private static Map<String, Object> queuedFee() {
    return Map.of(
        "process", "Queued_Fee", "subject", "Book a fee", "requester", "requester", "attributes", Map.of("account", Desk.newCustomer()));
  }

  private void dieAgainAndAgain(RequestStream stream, Runnable... deaths) {
    for (int death = 0; death < DEATHS; death++) {
      stream.allow(SHARE);
      awaitAccepted(stream, SHARE * death + 1 + random.nextInt(SHARE));
      deaths[death % deaths.length].run();
    }
  }

  private static void awaitAccepted(RequestStream stream, int count) {
    await(count + " requests to be accepted, seed " + SEED)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> stream.accepted().size() >= count);
  }

  /** Answers how many incidents people had to settle; they do it by trying again, now that the bank behaves. */
  private static int everyCaseEnds(RestartablePostgres database, CaseboundServer server) {
    await("cases to be closed or to have an incident, seed " + SEED)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> database.column(STUCK), Set::isEmpty);
    assertThat(database.column(HIDDEN_DOUBT)).as("doubts without an incident, seed %s", SEED).isEmpty();
    Set<Long> settled = new HashSet<>();
    await("cases to be closed, seed " + SEED).atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
      for (JsonNode incident : server.as("operator").get("/api/v1/incidents?size=100").expect(200).json().path("items")) {
        settled.add(incident.path("id").asLong());
        server.as("operator").post("/api/v1/incidents/" + incident.path("id").asLong() + "/retry", Map.of("reason", "The bank is back."));
      }
      return database.column("select id from service_case where status <> 'CLOSED'");
    }, Set::isEmpty);
    return settled.size();
  }

  private static void nothingIsLostOrDoubled(
      RestartablePostgres database, CaseboundServer host, FaultyQueueBank queueBank, Set<String> accepted) {
    Set<String> cases = database.column("select id from service_case").stream().collect(Collectors.toCollection(TreeSet::new));
    assertThat(cases).as("cases, seed %s", SEED).isEqualTo(accepted.stream()
        .map(number -> Long.toString(Long.parseLong(number.substring(2)))).collect(Collectors.toCollection(TreeSet::new)));
    assertThat(database.column("select id from service_case where resolution <> 'FULFILLED'")).isEmpty();
    Set<String> keys = database.column("select idempotency_key from step_attempt");
    assertThat(keys).as("one key for each case, seed %s", SEED).hasSameSizeAs(accepted);
    List<String> books = host.bank().get("/ledger").expect(200).body().lines().filter(line -> !line.isBlank()).map(ChaosIT::key).toList();
    assertThat(queueBank.books()).as("the books of the bank behind queues, seed %s", SEED).isNotEmpty();
    assertThat(Stream.concat(books.stream(), queueBank.books().stream())).as("the banks' books, seed %s", SEED).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(keys);
  }

  private static String key(String line) {
    try {
      return new ObjectMapper().readTree(line).path("key").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
