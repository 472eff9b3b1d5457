package org.casebound.demobank.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.casebound.demobank.config.Bank;
import org.casebound.demobank.faults.Faults;
import org.casebound.demobank.ledger.Answer;
import org.casebound.demobank.ledger.LedgerLine;
import org.casebound.demobank.ledger.Order;
import org.casebound.demobank.ledger.Service;
import org.jspecify.annotations.Nullable;

/** Takes orders from callers: checks the key, carries the order out, and misbehaves when it was told to. */
@ApplicationScoped
public class Counter {
  private static final int LONGEST_KEY = 200;

  private Bank bank;

  @Inject
  Counter(Bank bank) {
    this.bank = bank;
  }

  /** For the container's proxy. */
  protected Counter() {}

  Response take(Service service, String target, @Nullable String key, @Nullable String body, HttpServletRequest http) {
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      return Answers.response(Answer.problem(
          400, "IDEMPOTENCY_KEY_MISSING", "The header Idempotency-Key is missing, blank or too long."));
    }
    Optional<JsonObject> content = read(body);
    if (content.isEmpty()) {
      return Answers.response(Answer.problem(400, "BODY_NOT_JSON", "The body is not a JSON object."));
    }
    Faults faults = bank.faults().current();
    if (bank.faults().takeFailure()) {
      return Answers.failure(faults);
    }
    if (!faults.stallAfterEffect()) {
      stall(faults);
    }
    Answer answer = carryOut(new Order(key, service, target, content.get()));
    if (faults.stallAfterEffect()) {
      stall(faults);
    }
    if (bank.faults().takeDrop()) {
      ConnectionCutter.cut(http);
    }
    return Answers.response(answer);
  }

  private Answer carryOut(Order order) {
    boolean known = bank.ledger().find(order.key()).isPresent();
    Optional<LedgerLine> line = bank.ledger().carryOut(order);
    if (line.isEmpty()) {
      return Answer.problem(409, "IDEMPOTENCY_KEY_REUSED", "The key was used for another order.");
    }
    if (!known && line.get().owesAcknowledgement()) {
      bank.sender().plan(line.get());
    }
    return new Answer(line.get().effect().httpStatus(), line.get().effect().answer());
  }

  private static Optional<JsonObject> read(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
    }
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return Optional.of(reader.readObject());
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static void stall(Faults faults) {
    try {
      TimeUnit.MILLISECONDS.sleep(faults.stallMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
