package org.casebound.e2e.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.casebound.connector.api.WebhookSignature;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Reply;

/** A bank that acknowledges by the signed REST callback. */
public record SignedBank(CaseboundServer server, WebhookSignature signature) {
  static final String PATH = "/api/v1/acknowledgements/core-banking";

  /** The bank with the demo configuration's secret. */
  public static SignedBank of(CaseboundServer server) {
    return new SignedBank(server, signature("ZGVtby1iYW5rLXdlYmhvb2stc2VjcmV0LTI0Yg=="));
  }

  /** The same with another secret. */
  SignedBank withSecret(String secret) {
    return new SignedBank(server, signature(secret));
  }

  /** Sends an acknowledgement of core banking. */
  public Reply send(String body, Instant at) {
    String id = UUID.randomUUID().toString();
    Api bank =
        server
            .as("bank")
            .with(WebhookSignature.ID, id)
            .with(WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
            .with(WebhookSignature.SIGNATURE, signature.sign(id, at, body.getBytes(StandardCharsets.UTF_8)));
    return bank.post(PATH, body);
  }

  private static WebhookSignature signature(String secret) {
    return new WebhookSignature(List.of("whsec_" + secret), WebhookSignature.DEFAULT_TOLERANCE, Clock.systemUTC());
  }
}
