package org.casebound.fulfillment.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.casebound.domain.definition.ProcessBundle;

/**
 * A bundle in the one form that is stored: compact JSON with sorted keys and every default written out. Equal bundles have equal
 * texts.
 *
 * @param json the text
 * @param sha256 SHA-256 of its UTF-8 bytes, 64 lower-case hexadecimal digits
 */
public record CanonicalBundle(String json, String sha256) {
  /** The canonical form of a bundle. */
  public static CanonicalBundle of(ProcessBundle bundle) {
    String json = BundleCodec.write(bundle);
    return new CanonicalBundle(json, sha256(json));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
