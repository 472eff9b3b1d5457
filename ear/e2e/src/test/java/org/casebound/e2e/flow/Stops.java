package org.casebound.e2e.flow;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casebound.e2e.CaseboundServer;

/** Cases whose flows stop, because the bank does not know their card: incidents of one cause. */
public final class Stops {
  /** Code of their incidents. */
  public static final String CODE = "CARD_UNKNOWN";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CaseboundServer server;
  private final Desk desk;

  public Stops(CaseboundServer server) {
    this.server = server;
    this.desk = new Desk(server);
    Bundles.publish(server, "stopping");
  }

  /** Files so many, and answers their numbers as soon as all have stopped. */
  public List<String> file(int count) {
    List<String> numbers =
        IntStream.range(0, count)
            .mapToObj(i -> desk.file(Map.of("process", "Stopping", "requester", "requester", "attributes", Map.of("cardId", "4900000000000000"))))
            .toList();
    numbers.forEach(this::incident);
    return numbers;
  }

  /** The id of the open incident of a case, as soon as there is one. */
  public long incident(String number) {
    return await("an incident of case " + number).atMost(PATIENCE).until(() -> openIncident(number), Optional::isPresent).orElseThrow();
  }

  private Optional<Long> openIncident(String number) {
    return open().stream()
        .filter(incident -> incident.path("caseNumber").asText().equals(number))
        .map(incident -> incident.path("id").asLong())
        .findFirst();
  }

  /** The newest open incidents of these cases, whoever filed them. */
  public List<JsonNode> open() {
    return Desk.stream(server.as("operator").get("/api/v1/incidents?process=Stopping&size=100").expect(200).json().path("items")).toList();
  }

  /** The incident with what became of it. */
  public JsonNode look(long incident) {
    return server.as("lead").get("/api/v1/incidents/" + incident).expect(200).json();
  }

  /** Skips the steps of all cases that still stand: nothing is left for other tests. */
  public void clear() {
    open().forEach(
        incident ->
            server.as("operator").post("/api/v1/incidents/" + incident.path("id").asLong() + "/cancel", Map.of("reason", "The test is over.")));
  }
}
