package org.casebound.demobank.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.casebound.demobank.faults.FaultBoard;
import org.casebound.demobank.faults.Faults;
import org.casebound.demobank.ledger.Ledger;
import org.casebound.demobank.ledger.LedgerLine;
import org.casebound.demobank.ledger.Order;
import org.casebound.demobank.ledger.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementSenderTest {
  @TempDir
  Path folder;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final FaultBoard faults = new FaultBoard(Faults.NONE);
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private HttpServer receiver;
  private Ledger ledger;
  private AcknowledgementSender sender;

  @BeforeEach
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", exchange -> {
      received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
          + exchange.getRequestHeaders().getFirst("webhook-signature")
          + exchange.getRequestHeaders().getFirst("Authorization"));
      exchange.sendResponseHeaders(received.size() == 1 ? 503 : 200, -1);
      exchange.close();
    });
    receiver.start();
    URI uri = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
    ledger = new Ledger(folder.resolve("journal"), Clock.systemUTC());
    sender = new AcknowledgementSender(
        ledger, faults,
        () -> Map.of("listener", new Receiver(uri, Optional.empty()), "rest", new Receiver(uri, Optional.of("bank:x"))),
        new Signer("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), Clock.systemUTC(), scheduler);
  }

  @AfterEach
  void close() {
    sender.stop();
    scheduler.shutdownNow();
    receiver.stop(0);
    ledger.close();
  }

  private LedgerLine accepted() {
    return ledger.carryOut(new Order(
        "k", Service.CHANGE_ADDRESS, "C-1", Json.createObjectBuilder().add("city", "Graz").build())).orElseThrow();
  }

  private void tell(String name, int value) {
    faults.tell(Json.createObjectBuilder().add("acknowledgementDelayMillis", 0).add(name, value).build());
  }

  @Test
  void sendsAgainUntilTheReceiverConfirms() {
    LedgerLine line = accepted();
    sender.plan(line);
    await().until(() -> line.acknowledgementsSent() == 1);
    assertThat(received).hasSize(2).allSatisfy(message -> assertThat(message).contains("v1,", "\"idempotencyKey\":\"k\""));
    assertThat(line.owesAcknowledgement()).isFalse();
  }

  @Test
  void sendsTwiceWhenToldTo() {
    faults.tell(Json.createObjectBuilder().add("duplicateAcknowledgements", true).build());
    LedgerLine line = accepted();
    sender.plan(line);
    await().until(() -> line.acknowledgementsSent() == 2);
  }

  @Test
  void losesAnAcknowledgementWhenToldTo() {
    tell("loseAcknowledgements", 1);
    LedgerLine line = accepted();
    sender.plan(line);
    await().until(() -> !line.owesAcknowledgement());
    assertThat(received).isEmpty();
    assertThat(line.acknowledgementsSent()).isZero();
  }

  @Test
  void sendsAfterARestartWhatIsStillOwed() {
    LedgerLine line = accepted();
    sender.resume();
    await().until(() -> line.acknowledgementsSent() == 1);
  }

  @Test
  void logsInAtTheRestReceiver() {
    faults.tell(Json.createObjectBuilder().add("acknowledgementVia", "rest").build());
    LedgerLine line = accepted();
    sender.plan(line);
    await().until(() -> line.acknowledgementsSent() == 1);
    assertThat(received.get(0)).endsWith("Basic YmFuazp4");
  }
}
