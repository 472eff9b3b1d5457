package org.casebound.fulfillment.archive;

import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;

/**
 * What the signature of an archive is worth here.
 *
 * @param signer who says that he signed it; empty when nobody does
 * @param accepted whether the archive may be imported
 */
public record ArchiveTrust(Standing standing, Optional<String> signer, boolean accepted) {
  /** Who signed. */
  public enum Standing {
    /** A signer whose key is known here. */
    TRUSTED,
    /** Somebody whose key is not known here. */
    UNKNOWN_SIGNER,
    /** Nobody. */
    UNSIGNED
  }

  /** @throws RuleViolation BUNDLE-004 when this installation takes no such archive */
  void require() {
    if (!accepted) {
      throw new RuleViolation("BUNDLE-004", sentence());
    }
  }

  /** What that means, and what to do about it; one sentence. */
  public String sentence() {
    return switch (standing) {
      case TRUSTED -> "Signed by '%s', whose key is known here.".formatted(signer.orElse(""));
      case UNKNOWN_SIGNER ->
          "Signed by '%s', whose key is not known here; the administrator adds it to casebound.archives.trusted.".formatted(signer.orElse(""));
      case UNSIGNED -> "Nobody signed the archive; the administrator of the installation that exports sets casebound.archives.signing-key.";
    };
  }
}
