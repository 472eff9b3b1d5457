package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.OnEachDatabase;
import org.casebound.e2e.Reply;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;

/** A request that is sent twice under one key is filed once. */
@OnEachDatabase
class IdempotencyIT {
  private static final int AT_ONCE = 8;

  private final CaseboundServer server;

  IdempotencyIT(Database database) {
    server = SharedServer.on(database);
  }

  @Test
  void givesTheFirstAnswerAgain() {
    Api caller = server.as("agent").with("Idempotency-Key", UUID.randomUUID().toString());
    Reply first = caller.post(Requests.PATH, Requests.feeInquiry()).expect(201);
    Reply second = caller.post(Requests.PATH, Requests.feeInquiry()).expect(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    Api caller = server.as("agent").with("Idempotency-Key", UUID.randomUUID().toString());
    caller.post(Requests.PATH, Requests.feeInquiry()).expect(201);
    Reply other = caller.post(Requests.PATH, Requests.with(Requests.feeInquiry(), "subject", "Another one"));
    Problems.expect(other, 409, "idempotency-conflict");
  }

  @Test
  void keepsTheKeysOfCallersApart() {
    String key = UUID.randomUUID().toString();
    JsonNode one = server.as("agent").with("Idempotency-Key", key).post(Requests.PATH, Requests.feeInquiry()).expect(201).json();
    JsonNode two = server.as("bank").with("Idempotency-Key", key).post(Requests.PATH, Requests.feeInquiry()).expect(201).json();
    assertThat(two.get("caseId")).isNotEqualTo(one.get("caseId"));
  }

  @Test
  void doesNotSpendTheKeyOfARefusedRequest() {
    Api caller = server.as("agent").with("Idempotency-Key", UUID.randomUUID().toString());
    caller.post(Requests.PATH, Requests.withAttribute(Requests.feeInquiry(), "amount", -1)).expect(422);
    caller.post(Requests.PATH, Requests.feeInquiry()).expect(201);
  }

  @Test
  void filesOneCaseForManyCallsAtTheSameMoment() {
    String requester = Requests.somebody();
    Api caller = server.as("bank").with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body = Requests.with(Requests.feeInquiry(), "requester", requester);
    List<CompletableFuture<Reply>> calls =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> caller.post(Requests.PATH, body)))
            .toList();
    Set<String> numbers = new HashSet<>();
    calls.forEach(call -> numbers.add(call.join().expect(201).json().get("caseNumber").asText()));
    assertThat(numbers).hasSize(1);
    assertThat(server.as("lead").get("/api/v1/cases?requester=" + requester).expect(200).json().get("items")).hasSize(1);
  }
}
