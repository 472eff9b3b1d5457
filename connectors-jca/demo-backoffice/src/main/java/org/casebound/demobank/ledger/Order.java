package org.casebound.demobank.ledger;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a caller asks the bank to do.
 *
 * @param key the caller's idempotency key
 * @param service what to do
 * @param target the card, customer or fee
 * @param body the request's body
 */
public record Order(String key, Service service, String target, JsonObject body) {

  /** Tells apart two orders that use the same key: SHA-256 of service, target and body. */
  String fingerprint() {
    String text = service + "\n" + target + "\n" + body;
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
