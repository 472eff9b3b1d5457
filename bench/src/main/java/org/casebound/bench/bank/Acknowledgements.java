package org.casebound.bench.bank;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.casebound.bench.http.Answer;
import org.casebound.bench.http.Caller;
import org.casebound.connector.api.WebhookSignature;

/** Sends acknowledgements to one receiver, signed with the demo's secret; again after a moment until the receiver takes them. */
final class Acknowledgements {
  static final int DELAY_MILLIS = 50;

  private static final int AGAIN_MILLIS = 200;
  private static final int SENDERS = 8;
  private static final String SECRET = "whsec_ZGVtby1iYW5rLXdlYmhvb2stc2VjcmV0LTI0Yg==";

  private final Caller receiver;
  private final String path;
  private final WebhookSignature signature = new WebhookSignature(List.of(SECRET), WebhookSignature.DEFAULT_TOLERANCE, Clock.systemUTC());
  private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);

  Acknowledgements(String address) {
    URI uri = URI.create(address);
    this.receiver = Caller.of(uri.getScheme() + "://" + uri.getAuthority());
    this.path = uri.getPath();
  }

  /** @param key idempotency key of the call, empty when it had none */
  void plan(String reference, String key) {
    later(reference, key, DELAY_MILLIS);
  }

  private void later(String reference, String key, int millis) {
    senders.schedule(() -> send(reference, key), millis, TimeUnit.MILLISECONDS);
  }

  private void send(String reference, String key) {
    String id = "A-" + reference;
    String body =
        "{\"messageId\":\"" + id + "\",\"reference\":\"" + reference + "\","
            + (key.isEmpty() ? "" : "\"idempotencyKey\":\"" + key + "\",")
            + "\"status\":\"DONE\",\"result\":{\"reference\":\"" + reference + "\"}}";
    Instant now = Instant.now();
    Answer answer =
        receiver
            .with(WebhookSignature.ID, id)
            .with(WebhookSignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
            .with(WebhookSignature.SIGNATURE, signature.sign(id, now, body.getBytes(StandardCharsets.UTF_8)))
            .call("POST", path, body);
    if (answer.status() / 100 != 2) {
      later(reference, key, AGAIN_MILLIS);
    }
  }
}
