package org.casebound.fulfillment.archive;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * How this installation signs archives, and whose signatures it trusts. A setting that makes no sense stops the start with a
 * sentence that names it.
 *
 * @param signer what this installation is called in its signatures. Key {@code casebound.archives.signer}; default {@code casebound}
 * @param key signs; without one archives are not signed. Key {@code casebound.archives.signing-key}: Base64 of PKCS #8, an
 *     expression of the server's credential store
 * @param trusted public keys by signer. Key {@code casebound.archives.trusted}: {@code signer=Base64 of X.509}, separated by commas
 * @param refusesOthers whether an archive without the signature of a trusted signer is refused, or imported with a warning. Key
 *     {@code casebound.archives.others}: {@code refuse}, or {@code warn}, the default
 */
record SigningSettings(String signer, Optional<PrivateKey> key, Map<String, PublicKey> trusted, boolean refusesOthers) {
  private static final String ALGORITHM = "Ed25519";
  private static final String SIGNER = "casebound.archives.signer";
  private static final String KEY = "casebound.archives.signing-key";
  private static final String TRUSTED = "casebound.archives.trusted";
  private static final String OTHERS = "casebound.archives.others";

  SigningSettings {
    trusted = Map.copyOf(trusted);
  }

  static SigningSettings from(Config config) {
    String signer = config.getOptionalValue(SIGNER, String.class).orElse("casebound");
    if (!ArchiveSignature.SIGNER.matcher(signer).matches()) {
      throw wrong(SIGNER, "a name of letters, digits, dots, hyphens and underscores");
    }
    String others = config.getOptionalValue(OTHERS, String.class).orElse("warn");
    if (!List.of("warn", "refuse").contains(others)) {
      throw wrong(OTHERS, "'warn' or 'refuse'");
    }
    return new SigningSettings(
        signer,
        config.getOptionalValue(KEY, String.class).map(SigningSettings::privateKey),
        trusted(config.getOptionalValues(TRUSTED, String.class).orElse(List.of())),
        others.equals("refuse"));
  }

  private static PrivateKey privateKey(String base64) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64.strip())));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      // Neither the value nor its failure is told: both could show a part of the key.
      throw wrong(KEY, "an Ed25519 private key, Base64 of PKCS #8");
    }
  }

  private static Map<String, PublicKey> trusted(List<String> entries) {
    Map<String, PublicKey> keys = new TreeMap<>();
    for (String entry : entries) {
      String[] parts = entry.strip().split("=", 2);
      if (parts.length != 2 || !ArchiveSignature.SIGNER.matcher(parts[0]).matches()) {
        throw wrong(TRUSTED, "a list of signer=key");
      }
      keys.put(parts[0], publicKey(parts[1]));
    }
    return keys;
  }

  private static PublicKey publicKey(String base64) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw wrong(TRUSTED, "a list of signer=key, each an Ed25519 public key, Base64 of X.509");
    }
  }

  private static IllegalStateException wrong(String setting, String range) {
    return new IllegalStateException("CBD10020: setting " + setting + " must be " + range);
  }
}
