package org.casebound.demobank.acknowledgement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as the Standard Webhooks specification says. Written from the specification and not shared with the
 * receiver, so that the two prove each other.
 */
public final class Signer {
  private static final String PREFIX = "whsec_";

  private final byte[] secret;

  /** @param secret {@code whsec_} and Base64 */
  public Signer(String secret) {
    String base64 = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    this.secret = Base64.getDecoder().decode(base64);
  }

  /** The value of the header webhook-signature. */
  public String sign(String id, Instant timestamp, String body) {
    String content = id + "." + timestamp.getEpochSecond() + "." + body;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }
}
