package org.casebound.fulfillment.archive;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.fulfillment.studio.BundleText;

/**
 * Who vouches for an archive: an Ed25519 signature of the bytes of its manifest.
 *
 * @param signer name of the installation that exported it
 * @param bytes the signature
 */
public record ArchiveSignature(String signer, byte[] bytes) {
  /** Its path in the archive. */
  static final String PATH = "SIGNATURE";

  /** What a signer may be called: up to 100 letters, digits, dots, hyphens and underscores. */
  static final Pattern SIGNER = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private static final Pattern TEXT = Pattern.compile("signer: (\\S+)\r?\ned25519: ([A-Za-z0-9+/]{1,200}={0,2})\r?\n?");

  /**
   * Reads a signature; whether it fits is another question.
   *
   * @throws org.casebound.fulfillment.studio.BundleRefused when it is none
   */
  static ArchiveSignature read(byte[] file) {
    Matcher parts = TEXT.matcher(BundleText.decode(PATH, file));
    if (!parts.matches() || !SIGNER.matcher(parts.group(1)).matches()) {
      throw unreadable();
    }
    try {
      return new ArchiveSignature(parts.group(1), Base64.getDecoder().decode(parts.group(2)));
    } catch (IllegalArgumentException noBase64) {
      throw unreadable();
    }
  }

  private static RuntimeException unreadable() {
    return ArchiveProblems.refused(PATH, "This is no signature.", "Take the archive as it was exported.");
  }

  /** The file in the archive. */
  byte[] file() {
    return "signer: %s\ned25519: %s\n".formatted(signer, Base64.getEncoder().encodeToString(bytes)).getBytes(StandardCharsets.UTF_8);
  }
}
