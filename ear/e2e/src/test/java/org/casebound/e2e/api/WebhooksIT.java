package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.SharedServer;
import org.casebound.e2e.api.HookReceiver.Received;
import org.casebound.e2e.flow.Bundles;
import org.casebound.e2e.flow.Desk;
import org.casebound.e2e.flow.Stops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver outside is told what happens, signed and at least once; what a server that is killed has not sent, see {@code KilledServerIT}. */
@OnEachDatabase
class WebhooksIT {
  private static final String HOOKS = "/api/v1/webhooks";
  private static final String TOLD = HOOKS + "/told";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> SECRETS = List.of(SharedServer.WEBHOOK_SECRETS.split(","));

  private final CaseboundServer server;
  private final Api admin;
  private final Api operator;
  private final Desk desk;
  private final HookReceiver receiver = new HookReceiver();

  WebhooksIT(Database database) {
    server = SharedServer.on(database);
    admin = server.as("admin");
    operator = server.as("operator");
    desk = new Desk(server);
  }

  @BeforeEach
  void publish() {
    Bundles.publish(server, "stopping");
  }

  @AfterEach
  void forget() {
    admin.delete(TOLD);
    receiver.close();
  }

  @Test
  void everyTypeOfTheCatalogIsSentAndFitsItsSchema() {
    Map<String, JsonNode> catalog = catalog();
    Set<String> offered = catalog.values().stream().filter(type -> type.path("offered").asBoolean()).map(type -> type.path("type").asText()).collect(Collectors.toSet());
    catalog.values().forEach(type -> expectFits(type.path("schema"), type.path("sample").toString()));
    add(offered, List.of());
    Bundles.publish(server, "together");

    String stopped = new Stops(server).file(1).get(0);
    long incident = new Stops(server).incident(stopped);
    operator.post("/api/v1/incidents/" + incident + "/cancel", Map.of("reason", "Of no use.")).expect(204);
    String moved = desk.file(Desk.addressUpdate(Desk.newCustomer()));
    desk.complete(desk.awaitWorkItem(moved), "approved", "");
    desk.awaitStatus(moved, "CLOSED");
    String byHand = inquiry();
    Api agent = server.as("agent");
    agent.post(of(byHand, "take"), version(byHand)).expect(200);
    agent.post(of(byHand, "close"), closing(byHand, "CANCELED")).expect(200);
    server.as("lead").post(of(byHand, "reopen"), reopening(byHand)).expect(200);
    canceledWork();
    operator.post(TOLD + "/test", "").expect(200);

    await("all types").atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.received().stream().map(Received::type).collect(Collectors.toSet())).containsAll(catalog.keySet()));
    for (Received each : receiver.received()) {
      JsonNode schema = catalog.get(each.type()).path("schema");
      expectFits(schema, new String(each.body(), StandardCharsets.UTF_8));
      assertThat(names(each.json().path("data"))).as("nothing is told that the catalog does not name").isSubsetOf(names(schema.at("/properties/data/properties")));
      assertThat(new String(each.body(), StandardCharsets.UTF_8)).doesNotContain("Harbour Road", "requester", "agent");
    }
    assertThat(told(moved)).contains("case.created", "work_item.opened", "work_item.completed", "case.closed");
    assertThat(told(stopped)).contains("incident.opened", "incident.resolved");
  }

  @Test
  void isSignedWithEachSecretAsTheStandardSays() {
    add(Set.of("case.created"), List.of("Fee_Inquiry"));
    String wanted = inquiry();
    desk.file(Desk.cardBlock(Desk.newCard()));
    Received first = await("the event").atMost(PATIENCE).until(() -> find(each -> each.caseNumber().equals(wanted)), found -> found != null);
    assertThat(first.signature().split(" ")).as("one signature for each secret").hasSize(2);
    for (String secret : SECRETS) {
      assertThat(first.verifies(secret, first.body())).isTrue();
    }
    byte[] tampered = new String(first.body(), StandardCharsets.UTF_8).replace(wanted, "C-1").getBytes(StandardCharsets.UTF_8);
    assertThat(first.verifies(SECRETS.get(0), tampered)).isFalse();
    assertThat(first.verifies("whsec_c29tZWJvZHktZWxzZXMtc2VjcmV0LTI0Yg==", first.body())).isFalse();
    assertThat(admin.get(TOLD).expect(200).body()).contains("casebound.webhooks.told.secrets", "\"secrets\":2").doesNotContain("whsec_");

    String another = inquiry();
    await("the next one").atMost(PATIENCE).until(() -> find(each -> each.caseNumber().equals(another)) != null);
    assertThat(receiver.received()).as("of the process that is wanted alone").extracting(Received::caseNumber).containsExactlyInAnyOrder(wanted, another);
  }

  @Test
  void isSentAgainWhenTheReceiverAsksForItAndGivenUpAtLast() {
    add(Set.of("case.created"), List.of("Fee_Inquiry"));
    receiver.answer(503, Map.of("Retry-After", "3"));
    String number = inquiry();
    JsonNode delivered = awaitDelivery("case=" + number, "DELIVERED");
    List<Received> tries = receiver.of(delivered.path("messageId").asText());
    assertThat(tries).hasSize(2);
    assertThat(Duration.between(tries.get(0).at(), tries.get(1).at())).isGreaterThanOrEqualTo(Duration.ofMillis(2900));
    assertThat(tries.get(1).body()).isEqualTo(tries.get(0).body());
    assertThat(delivered.path("tries").asInt()).isEqualTo(2);

    // As many as may be, and one that succeeds: what one event meets is no reason to pause.
    receiver.answer(500, Map.of());
    String refused = inquiry();
    await("its first try").atMost(PATIENCE).until(() -> find(each -> each.caseNumber().equals(refused)) != null);
    String taken = inquiry();
    awaitDelivery("case=" + taken, "DELIVERED");
    receiver.answer(302, Map.of("Location", "http://localhost:9/"));
    receiver.answer(418, Map.of());
    JsonNode dead = awaitDelivery("case=" + refused, "DEAD");
    assertThat(dead.path("status").asInt()).isEqualTo(418);
    assertThat(dead.path("tries").asInt()).isEqualTo(3);
    JsonNode told = admin.get(TOLD).expect(200).json();
    assertThat(told.path("paused").asBoolean()).isFalse();
    assertThat(told.path("health").path("dead").asInt()).isEqualTo(1);
    assertThat(told.path("health").path("lastSuccess").asText()).isNotEmpty();

    String again = TOLD + "/deliveries/" + dead.path("id").asLong();
    operator.post(again + "/redeliver", "").expect(200);
    JsonNode settled = awaitDelivery("case=" + refused, "DELIVERED");
    assertThat(settled.path("messageId").asText()).isEqualTo(dead.path("messageId").asText());
    assertThat(receiver.of(dead.path("messageId").asText())).hasSize(4);
    assertThat(operator.get(again).expect(200).json().path("headers").path("webhook-id").asText()).isEqualTo(dead.path("messageId").asText());
    assertThat(operator.get(TOLD + "/deliveries?state=DEAD").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void isPausedWhenTheReceiverIsGoneAndKeepsItsEventsUntilItIsResumed() {
    add(Set.of("case.created"), List.of("Fee_Inquiry"));
    receiver.answer(410, Map.of());
    inquiry();
    JsonNode paused = await("the pause").atMost(PATIENCE).until(() -> admin.get(TOLD).expect(200).json(), seen -> seen.path("paused").asBoolean());
    assertThat(paused.path("reason").asText()).contains("410");
    assertThat(server.as("admin").all("/api/v1/notifications")).extracting(each -> each.path("webhook").asText()).contains("told");

    String kept = inquiry();
    JsonNode waiting = awaitDelivery("case=" + kept, "PENDING");
    await("it to be parked").atMost(PATIENCE).until(() -> !operator.get(TOLD + "/deliveries/" + waiting.path("id").asLong()).expect(200).json().hasNonNull("nextAt"));
    assertThat(operator.post(TOLD + "/deliveries/" + waiting.path("id").asLong() + "/redeliver", "").expect(409).body()).contains("HOOK-009");
    int before = receiver.received().size();
    operator.post(TOLD + "/test", "").expect(200);
    await("the test").atMost(PATIENCE).until(() -> find(each -> each.type().equals("webhook.test")) != null);
    assertThat(receiver.received()).hasSize(before + 1);
    operator.post(TOLD + "/resume", "").expect(200);
    awaitDelivery("case=" + kept, "DELIVERED");
    operator.post(TOLD + "/pause", Map.of("reason", "Maintenance.")).expect(200);
    assertThat(admin.get(TOLD).expect(200).json().path("reason").asText()).isEqualTo("operator: Maintenance.");
  }

  @Test
  void onlyAddressesThatAreAllowedAreTaken() {
    Map<String, String> refused =
        Map.of(
            "http://127.0.0.1:9/hook", "HOOK-008",
            "https://169.254.169.254/latest", "HOOK-008",
            "https://[::1]/hook", "HOOK-008",
            "https://10.1.2.3/hook", "HOOK-008",
            "ftp://localhost/hook", "HOOK-002",
            "https://user:pass@localhost/hook", "HOOK-002",
            "no address", "HOOK-002");
    refused.forEach((url, code) -> assertThat(admin.post(HOOKS, terms(url, Set.of("case.created"), List.of())).expect(409).body()).as(url).contains(code));
    assertThat(admin.post(HOOKS, terms(receiver.address(), Set.of("case.eaten"), List.of())).expect(409).body()).contains("HOOK-003");
    assertThat(admin.post(HOOKS, terms(receiver.address(), Set.of("webhook.test"), List.of())).expect(409).body()).contains("HOOK-003");
    add(Set.of("case.created"), List.of());
    assertThat(admin.post(HOOKS, terms(receiver.address(), Set.of("case.created"), List.of())).expect(409).body()).contains("HOOK-006");
    Map<String, Object> stale = new HashMap<>(terms(receiver.address(), Set.of("case.closed"), List.of()));
    stale.put("version", 7);
    assertThat(admin.put(TOLD, stale).expect(409).body()).contains("HOOK-005");
    stale.put("version", 0);
    assertThat(admin.put(TOLD, stale).expect(200).json().path("events").toString()).isEqualTo("[\"case.closed\"]");
    operator.put(TOLD, stale).expect(403);
  }

  @Test
  void withoutASecretNothingIsSent() {
    String mute = HOOKS + "/mute";
    Map<String, Object> terms = new HashMap<>(terms(receiver.address(), Set.of("case.created"), List.of()));
    terms.put("name", "mute");
    admin.post(HOOKS, terms).expect(201);
    try {
      long test = operator.post(mute + "/test", "").expect(200).json().path("id").asLong();
      JsonNode dead =
          await("the test").atMost(PATIENCE).until(() -> operator.get(mute + "/deliveries/" + test).expect(200).json(), seen -> seen.path("state").asText().equals("DEAD"));
      assertThat(dead.path("answer").asText()).contains("casebound.webhooks.mute.secrets");
      assertThat(receiver.received()).isEmpty();
    } finally {
      admin.delete(mute).expect(204);
    }
    operator.get(mute).expect(404);
  }

  private void add(Set<String> events, List<String> processes) {
    admin.post(HOOKS, terms(receiver.address(), events, processes)).expect(201);
  }

  private static Map<String, Object> terms(String url, Set<String> events, List<String> processes) {
    return Map.of("name", "told", "url", url, "events", List.copyOf(events), "processes", processes);
  }

  private String inquiry() {
    return desk.file(
        Map.of(
            "process", "Fee_Inquiry",
            "requester", "requester",
            "attributes", Map.of("accountNumber", "DE02120300000000202051", "amount", 12.5, "question", "What is this fee?")));
  }

  /** A flow is canceled while somebody is to work. */
  private void canceledWork() {
    String number = desk.file(Map.of("process", "Together", "requester", "requester", "attributes", Map.of("amount", 3)));
    desk.awaitWorkItem(number);
    long flow = desk.look(number).path("flows").get(0).path("id").asLong();
    operator.post("/api/v1/flows/" + flow + "/cancel", Map.of("reason", "Not wanted.")).expect(200);
  }

  private static String of(String number, String act) {
    return "/api/v1/cases/" + number + "/" + act;
  }

  private Map<String, Object> version(String number) {
    return Map.of("version", desk.look(number).path("version").asInt());
  }

  private Map<String, Object> closing(String number, String resolution) {
    return Map.of("resolution", resolution, "reason", "Withdrawn.", "version", desk.look(number).path("version").asInt());
  }

  private Map<String, Object> reopening(String number) {
    return Map.of("reason", "Wanted after all.", "version", desk.look(number).path("version").asInt());
  }

  private List<String> told(String number) {
    return receiver.received().stream().filter(each -> each.caseNumber().equals(number)).map(Received::type).toList();
  }

  private Received find(Predicate<Received> wanted) {
    return receiver.received().stream().filter(wanted).findFirst().orElse(null);
  }

  private JsonNode awaitDelivery(String filter, String state) {
    return await(filter + " to be " + state)
        .atMost(PATIENCE)
        .until(() -> operator.get(TOLD + "/deliveries?" + filter).expect(200).json().at("/items/0"), seen -> seen.path("state").asText().equals(state));
  }

  private Map<String, JsonNode> catalog() {
    JsonNode types = server.as("bank").get("/api/v1/webhook-events").expect(200).json();
    return StreamSupport.stream(types.spliterator(), false).collect(Collectors.toMap(type -> type.path("type").asText(), type -> type));
  }

  private static void expectFits(JsonNode schema, String message) {
    assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema).validate(message, InputFormat.JSON)).as(message).isEmpty();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
