package org.casebound.demobank.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final String CARD = "4000000000001234";
  private static final JsonObject ADDRESS = Json.createObjectBuilder().add("city", "Graz").build();

  @TempDir
  Path folder;

  private Path file;
  private Ledger ledger;

  @BeforeEach
  void open() {
    file = folder.resolve("bank").resolve("journal.jsonl");
    ledger = new Ledger(file, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void restart() {
    ledger.close();
    ledger = new Ledger(file, Clock.systemUTC());
  }

  private static Order block(String key, String card) {
    return new Order(key, Service.BLOCK_CARD, card, JsonValue.EMPTY_JSON_OBJECT);
  }

  private static Order address(String key, JsonObject body) {
    return new Order(key, Service.CHANGE_ADDRESS, "C-1", body);
  }

  @Test
  void appliesAnEffectOncePerKeyAndCountsTheCalls() {
    Effect first = ledger.carryOut(block("k", CARD)).orElseThrow().effect();
    Effect second = ledger.carryOut(block("k", CARD)).orElseThrow().effect();
    assertThat(second).isEqualTo(first);
    assertThat(first.httpStatus()).isEqualTo(200);
    assertThat(ledger.lines()).singleElement().extracting(LedgerLine::calls).isEqualTo(2);
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherOrder() {
    ledger.carryOut(address("k", ADDRESS));
    assertThat(ledger.carryOut(address("k", Json.createObjectBuilder().add("city", "Linz").build()))).isEmpty();
    assertThat(ledger.carryOut(block("k", CARD))).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnowAndKeepsTheRefusal() {
    Effect refusal = ledger.carryOut(block("k", "4000000000000000")).orElseThrow().effect();
    assertThat(refusal.answer().getString("code")).isEqualTo("CARD_UNKNOWN");
    assertThat(ledger.lines()).isEmpty();
    restart();
    assertThat(ledger.find("k").orElseThrow().effect()).isEqualTo(refusal);
    assertThat(ledger.find("k").orElseThrow().finalStatus()).contains("REJECTED");
  }

  @Test
  void refusesToBlockACardThatAnotherKeyBlocked() {
    ledger.carryOut(block("k1", CARD));
    Effect refusal = ledger.carryOut(block("k2", CARD)).orElseThrow().effect();
    assertThat(refusal.httpStatus()).isEqualTo(409);
    assertThat(refusal.answer().getString("code")).isEqualTo("CARD_ALREADY_BLOCKED");
  }

  @Test
  void keepsEffectsCallsAndOwedAcknowledgementsOverARestart() {
    ledger.carryOut(address("k1", ADDRESS));
    ledger.carryOut(address("k1", ADDRESS));
    ledger.carryOut(address("k2", ADDRESS));
    ledger.acknowledged("k2", true);
    restart();
    assertThat(ledger.lines()).extracting(LedgerLine::calls).containsExactly(2, 1);
    assertThat(ledger.lines()).extracting(LedgerLine::owesAcknowledgement).containsExactly(true, false);
    assertThat(ledger.lines().get(1).finalStatus()).contains("DONE");
    assertThat(ledger.carryOut(address("k3", ADDRESS)).orElseThrow().effect().reference()).isEqualTo("ADR-000003");
  }

  @Test
  void dropsALineThatACrashCutShort() throws Exception {
    ledger.carryOut(block("k1", CARD));
    ledger.close();
    Files.writeString(file, "{\"entry\":\"effect\",\"key\":\"k2\",\"ser", StandardOpenOption.APPEND);
    ledger = new Ledger(file, Clock.systemUTC());
    ledger.carryOut(address("k3", ADDRESS));
    restart();
    assertThat(ledger.lines()).extracting(line -> line.effect().key()).containsExactly("k1", "k3");
  }

  @Test
  void appliesAnEffectOnceWhenManyCallAtTheSameTime() {
    IntStream.range(0, 400).parallel().forEach(i -> ledger.carryOut(address("k" + i % 20, ADDRESS)));
    List<LedgerLine> lines = ledger.lines();
    assertThat(lines).hasSize(20).allSatisfy(line -> assertThat(line.calls()).isEqualTo(20));
    assertThat(lines).extracting(line -> line.effect().reference()).doesNotHaveDuplicates();
  }

  @Test
  void refusesAnUndeliverableAddressInTheAcknowledgementOnly() {
    JsonObject body = Json.createObjectBuilder().add("postalCode", "99999").build();
    Effect effect = ledger.carryOut(address("k", body)).orElseThrow().effect();
    assertThat(effect.httpStatus()).isEqualTo(202);
    assertThat(effect.acknowledgement().orElseThrow().getString("status")).isEqualTo("REJECTED");
  }

  @Test
  void acceptsWhatTakesTimeAndAcknowledgesItLater() {
    Order order = new Order("k", Service.ORDER_CHEQUE_BOOK, "DE02120300000000202051", JsonValue.EMPTY_JSON_OBJECT);
    Effect effect = ledger.carryOut(order).orElseThrow().effect();
    assertThat(effect.httpStatus()).isEqualTo(202);
    assertThat(effect.reference()).startsWith("CHQ-");
    JsonObject result = effect.acknowledgement().orElseThrow().getJsonObject("result");
    assertThat(result.getString("account")).isEqualTo("DE02120300000000202051");
  }

  @Test
  void opensOneDisputeForEachTransactionButSendsAsManyStatementsAsAreAskedFor() {
    ledger.carryOut(new Order("k1", Service.OPEN_DISPUTE, "T-1", JsonValue.EMPTY_JSON_OBJECT));
    Effect second = ledger.carryOut(new Order("k2", Service.OPEN_DISPUTE, "T-1", JsonValue.EMPTY_JSON_OBJECT)).orElseThrow().effect();
    assertThat(second.answer().getString("code")).isEqualTo("DISPUTE_ALREADY_OPEN");
    for (String key : List.of("k3", "k4")) {
      Effect sent = ledger.carryOut(new Order(key, Service.SEND_STATEMENT, "A-1", JsonValue.EMPTY_JSON_OBJECT)).orElseThrow().effect();
      assertThat(sent.httpStatus()).isEqualTo(200);
    }
  }
}
