package org.casebound.e2e.flow;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.casebound.e2e.CaseboundServer;

/** What people and systems do in these tests: file requests, look at cases, work items. */
public final class Desk {
  static final String PDF =
      Base64.getEncoder().encodeToString("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 1_000_000_000L);

  private final CaseboundServer server;
  private final List<String> filed = new CopyOnWriteArrayList<>();

  public Desk(CaseboundServer server) {
    this.server = server;
  }

  /** A card that no other test blocks. */
  public static String newCard() {
    return "49%013d1".formatted(NUMBERS.incrementAndGet());
  }

  /** A customer that no other test moves. */
  public static String newCustomer() {
    return "C-%d1".formatted(NUMBERS.incrementAndGet());
  }

  public static Map<String, Object> cardBlock(String card) {
    return Map.of(
        "process", "Block_Credit_Card",
        "subject", "Card lost",
        "requester", "requester",
        "attributes", Map.of("cardId", card, "reason", "lost"));
  }

  /** A card block whose call may take a minute and whose tries are far apart; needs {@code patient.yaml}. */
  public static Map<String, Object> patientBlock(String card) {
    return Map.of("process", "Patient_Block", "requester", "requester", "attributes", Map.of("cardId", card));
  }

  public static Map<String, Object> addressUpdate(String customer) {
    return Map.of(
        "process", "Address_Update",
        "subject", "Moved to Hamburg",
        "requester", "requester",
        "attributes",
            Map.of(
                "customerId", customer,
                "newStreet", "Harbour Road 7",
                "newPostalCode", "20457",
                "newCity", "Hamburg",
                "newCountry", "DE"),
        "documents", List.of(Map.of("name", "proof.pdf", "mediaType", "application/pdf", "content", PDF)));
  }

  /** Files a request and answers the number of its case. */
  public String file(Map<String, Object> request) {
    String number = server.as("agent").post("/api/v1/service-requests", request).expect(201).json().path("caseNumber").asText();
    filed.add(number);
    return number;
  }

  /** Checks that the history of each case that was filed here tells how it came to stand where it stands. */
  public void replayHistories() {
    filed.forEach(this::replayHistory);
  }

  /** Checks one case; one that is just moving on may need a second look. */
  public void replayHistory(String caseNumber) {
    await("history of case " + caseNumber)
        .atMost(Duration.ofSeconds(10))
        .pollDelay(Duration.ZERO)
        .untilAsserted(
            () -> HistoryReplay.check(look(caseNumber), item -> server.as("lead").get("/api/v1/work-items/" + item).expect(200).json()));
  }

  /** Files requests for new cards in one transaction, and answers the numbers of their cases. */
  public List<String> fileTogether(int count, Function<String, Map<String, Object>> request) {
    List<Map<String, Object>> requests = IntStream.range(0, count).mapToObj(i -> request.apply(newCard())).toList();
    List<String> numbers =
        stream(server.as("agent").post("/api/v1/service-requests/batch", Map.of("requests", requests)).expect(201).json())
            .map(saved -> saved.path("caseNumber").asText())
            .toList();
    filed.addAll(numbers);
    return numbers;
  }

  public JsonNode look(String caseNumber) {
    return server.as("lead").get("/api/v1/cases/" + caseNumber).expect(200).json();
  }

  /** The case, as soon as it has the status; looked at once more, as the answer that shows it first may have been put together around a commit. */
  public JsonNode awaitStatus(String caseNumber, String status) {
    await("case " + caseNumber + " to be " + status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> look(caseNumber), seen -> seen.path("status").asText().equals(status));
    return look(caseNumber);
  }

  /** The id of the case's open work item, as soon as there is one. */
  public long awaitWorkItem(String caseNumber) {
    return await("a work item of case " + caseNumber)
        .atMost(PATIENCE)
        .until(
            () ->
                steps(look(caseNumber)).stream()
                    .filter(step -> step.path("state").asText().equals("IN_PROGRESS"))
                    .mapToLong(step -> step.path("workItemId").asLong())
                    .filter(id -> id > 0)
                    .findFirst()
                    .orElse(0),
            id -> id > 0);
  }

  public void complete(long workItem, String outcome, String comment) {
    server.as("agent").post("/api/v1/work-items/" + workItem + "/claim", "").expect(200);
    server
        .as("agent")
        .post("/api/v1/work-items/" + workItem + "/complete", Map.of("outcome", outcome, "comment", comment))
        .expect(200);
  }

  /** When the try with this number is due, as soon as it is planned; the case has one step. */
  public Instant awaitNextTry(String caseNumber, int number) {
    JsonNode step =
        await("try " + number + " to be planned")
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(50))
            .until(
                () -> steps(look(caseNumber)).get(0),
                seen -> seen.path("state").asText().equals("READY") && seen.path("attempts").size() == number);
    return time(step, "dueAt");
  }

  /** A point of time in a record. */
  public static Instant time(JsonNode record, String member) {
    return Instant.parse(record.path(member).asText());
  }

  /** All steps of all flows of a case. */
  static List<JsonNode> steps(JsonNode seenCase) {
    return stream(seenCase.path("flows"))
        .flatMap(flow -> stream(flow.path("stages")))
        .flatMap(stage -> stream(stage.path("steps")))
        .toList();
  }

  /** The calls that the steps of a case made, oldest first. */
  public static List<JsonNode> attempts(JsonNode seenCase) {
    return steps(seenCase).stream().flatMap(step -> stream(step.path("attempts"))).toList();
  }

  /** The bank's line of the ledger for the first call of a case. */
  JsonNode effectOf(JsonNode seenCase) {
    String key = attempts(seenCase).get(0).path("idempotencyKey").asText();
    return server.bank().get("/ledger?key=" + key).expect(200).json();
  }

  static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
