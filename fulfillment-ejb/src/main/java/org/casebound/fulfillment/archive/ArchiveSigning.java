package org.casebound.fulfillment.archive;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.archive.ArchiveTrust.Standing;
import org.eclipse.microprofile.config.ConfigProvider;

/** Signs archives and says what their signatures are worth here. Its settings are read at the start. */
@Singleton
@Startup
@PermitAll
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ArchiveSigning {
  private static final String ALGORITHM = "Ed25519";

  private final SigningSettings settings;

  /** Reads the settings of the server. */
  public ArchiveSigning() {
    this(SigningSettings.from(ConfigProvider.getConfig()));
  }

  ArchiveSigning(SigningSettings settings) {
    this.settings = settings;
  }

  /** The archive with the signature of this installation; as it is when there is no key. */
  public BundleArchive signed(BundleArchive archive) {
    return archive.signed(settings.key().map(key -> new ArchiveSignature(settings.signer(), signature(key, archive.manifest()))));
  }

  /**
   * Who vouches for the archive.
   *
   * @throws RuleViolation BUNDLE-005 when a trusted signer did not sign this: it was changed on its way
   */
  public ArchiveTrust trust(BundleArchive archive) {
    Optional<ArchiveSignature> signature = archive.signature();
    if (signature.isEmpty()) {
      return new ArchiveTrust(Standing.UNSIGNED, Optional.empty(), !settings.refusesOthers());
    }
    String signer = signature.get().signer();
    PublicKey key = settings.trusted().get(signer);
    if (key == null) {
      return new ArchiveTrust(Standing.UNKNOWN_SIGNER, Optional.of(signer), !settings.refusesOthers());
    }
    if (!fits(key, archive.manifest(), signature.get().bytes())) {
      throw new RuleViolation(
          "BUNDLE-005",
          "The signature of '%s' does not fit the manifest: the archive was changed after it was signed. Export it again.".formatted(signer));
    }
    return new ArchiveTrust(Standing.TRUSTED, Optional.of(signer), true);
  }

  private static byte[] signature(PrivateKey key, byte[] text) {
    try {
      Signature signing = Signature.getInstance(ALGORITHM);
      signing.initSign(key);
      signing.update(text);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform signs with " + ALGORITHM, e);
    }
  }

  private static boolean fits(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature checking = Signature.getInstance(ALGORITHM);
      checking.initVerify(key);
      checking.update(text);
      return checking.verify(signature);
    } catch (GeneralSecurityException noSignature) {
      return false;
    }
  }
}
