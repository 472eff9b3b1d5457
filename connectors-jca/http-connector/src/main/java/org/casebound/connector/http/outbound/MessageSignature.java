package org.casebound.connector.http.outbound;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.casebound.connector.base.Credentials;

/**
 * Signs with a shared key as RFC 9421 (HTTP Message Signatures) says, algorithm hmac-sha256. Thread-safe. The text form
 * shows no secret.
 */
final class MessageSignature {
  private static final int SHORTEST_KEY_BYTES = 16;

  private final String keyId;
  private final SecretKeySpec key;

  private MessageSignature(String keyId, SecretKeySpec key) {
    this.keyId = keyId;
    this.key = key;
  }

  /** @throws IllegalArgumentException with a sentence when the key's id or the key itself can not be used */
  static MessageSignature of(Credentials credentials) {
    String keyId = credentials.userName().orElse("");
    if (!keyId.matches("[ !#-\\[\\]-~]+")) {
      throw new IllegalArgumentException("SIGNATURE needs the key's id as user name: ASCII without quotes and backslashes.");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(credentials.password());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("SIGNATURE needs the Base64 of the key as password.");
    }
    if (bytes.length < SHORTEST_KEY_BYTES) {
      throw new IllegalArgumentException("A key for SIGNATURE has at least " + SHORTEST_KEY_BYTES + " bytes.");
    }
    return new MessageSignature(keyId, new SecretKeySpec(bytes, "HmacSHA256"));
  }

  /** The two headers of a signature, without their label. */
  record Signed(String input, String signature) {}

  /**
   * Signs components in the order given.
   *
   * @param components names (derived ones begin with {@code @}) and values, in the order in which they are signed
   * @param created in whole seconds
   * @param algorithm whether the algorithm is named in the signature
   */
  Signed sign(Map<String, String> components, Instant created, boolean algorithm) {
    StringJoiner names = new StringJoiner(" ", "(", ")");
    StringBuilder base = new StringBuilder();
    components.forEach((name, value) -> {
      names.add('"' + name + '"');
      base.append('"').append(name).append("\": ").append(value).append('\n');
    });
    String input = names + ";created=" + created.getEpochSecond() + ";keyid=\"" + keyId + '"'
        + (algorithm ? ";alg=\"hmac-sha256\"" : "");
    base.append("\"@signature-params\": ").append(input);
    return new Signed(input, ":" + hmac(base.toString()) + ":");
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }
}
