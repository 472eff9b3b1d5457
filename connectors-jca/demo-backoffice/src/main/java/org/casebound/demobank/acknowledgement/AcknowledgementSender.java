package org.casebound.demobank.acknowledgement;

import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.casebound.demobank.DemoBankLog;
import org.casebound.demobank.faults.FaultBoard;
import org.casebound.demobank.ledger.Ledger;
import org.casebound.demobank.ledger.LedgerLine;

/**
 * Sends the acknowledgements that the ledger owes, each until its receiver confirms it with a 2xx status, with longer
 * and longer breaks and at most {@value #MOST_ATTEMPTS} times. What is still owed when the bank stops is sent after
 * the next start.
 */
public final class AcknowledgementSender {
  static final int MOST_ATTEMPTS = 200;

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final long FIRST_BREAK_MILLIS = 250;
  private static final long LONGEST_BREAK_MILLIS = 5_000;

  private final Ledger ledger;
  private final FaultBoard faults;
  private final Supplier<Map<String, Receiver>> receivers;
  private final Signer signer;
  private final Clock clock;
  private final ScheduledExecutorService scheduler;
  private final HttpClient client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(5))
      .build();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** @param receivers by the names that {@code acknowledgementVia} may have; asked at each sending */
  public AcknowledgementSender(
      Ledger ledger,
      FaultBoard faults,
      Supplier<Map<String, Receiver>> receivers,
      Signer signer,
      Clock clock,
      ScheduledExecutorService scheduler) {
    this.ledger = ledger;
    this.faults = faults;
    this.receivers = receivers;
    this.signer = signer;
    this.clock = clock;
    this.scheduler = scheduler;
  }

  /** Plans what an earlier run of the bank left unsent. */
  public void resume() {
    ledger.lines().stream().filter(LedgerLine::owesAcknowledgement).forEach(this::plan);
  }

  /** Plans the acknowledgement of an accepted order. */
  public void plan(LedgerLine line) {
    later(line, 1, faults.current().acknowledgementDelayMillis());
  }

  /** Sends nothing any more. */
  public void stop() {
    stopped.set(true);
  }

  private void later(LedgerLine line, int attempt, long millis) {
    if (!stopped.get()) {
      scheduler.schedule(() -> send(line, attempt), millis, TimeUnit.MILLISECONDS);
    }
  }

  private void send(LedgerLine line, int attempt) {
    if (stopped.get() || !line.owesAcknowledgement()) {
      return;
    }
    if (attempt == 1 && faults.takeLostAcknowledgement()) {
      ledger.acknowledged(line.effect().key(), false);
      return;
    }
    post(line, status -> sent(line, attempt, status));
  }

  private void sent(LedgerLine line, int attempt, int status) {
    if (stopped.get()) {
      return;
    }
    if (confirmed(status)) {
      ledger.acknowledged(line.effect().key(), true);
      if (faults.current().duplicateAcknowledgements()) {
        post(line, again -> sentAgain(line, again));
      }
    } else if (attempt < MOST_ATTEMPTS) {
      later(line, attempt + 1, Math.min(LONGEST_BREAK_MILLIS, FIRST_BREAK_MILLIS << Math.min(attempt - 1, 10)));
    } else {
      DemoBankLog.LOG.acknowledgementGivenUp(line.effect().reference(), status);
    }
  }

  private void sentAgain(LedgerLine line, int status) {
    if (!stopped.get() && confirmed(status)) {
      ledger.acknowledged(line.effect().key(), true);
    }
  }

  private static boolean confirmed(int status) {
    return status / 100 == 2;
  }

  private void post(LedgerLine line, IntConsumer then) {
    client.sendAsync(request(line), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode)
        .exceptionally(failure -> 0)
        .thenAccept(then::accept);
  }

  private HttpRequest request(LedgerLine line) {
    JsonObject message = line.effect().acknowledgement().orElseThrow();
    Receiver receiver = receivers.get().get(faults.current().acknowledgementVia());
    String id = message.getString("messageId");
    String body = message.toString();
    Instant now = clock.instant();
    HttpRequest.Builder request = HttpRequest.newBuilder(receiver.uri())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", signer.sign(id, now, body));
    receiver.basicCredentials().ifPresent(credentials -> request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    return request.POST(BodyPublishers.ofString(body)).build();
  }
}
