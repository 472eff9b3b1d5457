package org.casebound.connector.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and checks messages as the Standard Webhooks specification says: HMAC-SHA256 over {@code id.timestamp.body} in
 * the headers {@value #ID}, {@value #TIMESTAMP} and {@value #SIGNATURE}. Several secrets may be valid at a time, so
 * that a secret can be changed while messages are under way; the first one signs. Thread-safe.
 *
 * <p>The reference library is not used: it reads the system clock itself, knows one secret only and would have to be
 * carried into every archive that checks a signature.
 */
public final class WebhookSignature {

  /** Header that names the message. */
  public static final String ID = "webhook-id";

  /** Header with the time of sending, in seconds since 1970-01-01T00:00Z. */
  public static final String TIMESTAMP = "webhook-timestamp";

  /** Header with one or more signatures, separated by blanks. */
  public static final String SIGNATURE = "webhook-signature";

  /** How far the sender's clock may be off, either way, unless configured otherwise; the specification's example. */
  public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

  private static final String VERSION = "v1,";
  private static final String SECRET_PREFIX = "whsec_";
  private static final int SHORTEST_SECRET_BYTES = 16;

  private final List<SecretKeySpec> keys;
  private final Duration tolerance;
  private final Clock clock;

  /**
   * @param secrets at least one, each {@code whsec_} and the Base64 of at least 16 bytes (the prefix may be missing)
   * @param tolerance how far the sender's clock may be off, greater than zero
   * @param clock what time it is
   * @throws IllegalArgumentException when there is no secret, or one can not be read; the message does not repeat it
   */
  public WebhookSignature(List<String> secrets, Duration tolerance, Clock clock) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("A signature needs at least one secret.");
    }
    if (tolerance.isZero() || tolerance.isNegative()) {
      throw new IllegalArgumentException("The tolerance must be greater than zero.");
    }
    this.keys = secrets.stream().map(WebhookSignature::key).toList();
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /**
   * Checks a message.
   *
   * @param id value of header {@value #ID}, null when missing
   * @param timestamp value of header {@value #TIMESTAMP}, null when missing
   * @param signatures value of header {@value #SIGNATURE}, null when missing
   * @param body the body's bytes as received
   * @return when the sender says that it signed the message
   * @throws WebhookSignatureException when a header is missing, the time too far off, or no signature fits
   */
  public Instant verify(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body)
      throws WebhookSignatureException {
    String messageId = require(id, ID);
    Instant signedAt = signedAt(require(timestamp, TIMESTAMP));
    String given = require(signatures, SIGNATURE);
    byte[] content = content(messageId, signedAt, body);
    boolean fits = false;
    for (String signature : given.split(" ")) {
      Optional<byte[]> bytes = decode(signature);
      for (SecretKeySpec key : keys) {
        fits |= bytes.isPresent() && MessageDigest.isEqual(bytes.get(), hmac(key, content));
      }
    }
    if (!fits) {
      throw new WebhookSignatureException("No signature fits the message.");
    }
    return signedAt;
  }

  /** The value of header {@value #SIGNATURE} for a message; the time counts in whole seconds. */
  public String sign(String id, Instant timestamp, byte[] body) {
    return VERSION + Base64.getEncoder().encodeToString(hmac(keys.get(0), content(id, timestamp, body)));
  }

  private Instant signedAt(String timestamp) throws WebhookSignatureException {
    Instant signedAt;
    try {
      signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (NumberFormatException | DateTimeException e) {
      throw new WebhookSignatureException("The header " + TIMESTAMP + " is not a number of seconds.");
    }
    if (Duration.between(signedAt, clock.instant()).abs().compareTo(tolerance) > 0) {
      throw new WebhookSignatureException(
          "The message was signed more than " + tolerance.toSeconds() + " s before or after now.");
    }
    return signedAt;
  }

  private static String require(@Nullable String value, String header) throws WebhookSignatureException {
    if (value == null || value.isBlank()) {
      throw new WebhookSignatureException("The header " + header + " is missing.");
    }
    return value;
  }

  private static Optional<byte[]> decode(String signature) {
    if (!signature.startsWith(VERSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(signature.substring(VERSION.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] content(String id, Instant timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, content, head.length, body.length);
    return content;
  }

  private static byte[] hmac(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  private static SecretKeySpec key(String secret) {
    String base64 = secret.strip();
    base64 = base64.startsWith(SECRET_PREFIX) ? base64.substring(SECRET_PREFIX.length()) : base64;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("A secret is " + SECRET_PREFIX + " and Base64; one of them is not.");
    }
    if (bytes.length < SHORTEST_SECRET_BYTES) {
      throw new IllegalArgumentException("A secret has at least " + SHORTEST_SECRET_BYTES + " bytes; one has less.");
    }
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
