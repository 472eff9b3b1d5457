package org.casebound.e2e;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The key that the shared servers sign archives with; each of them trusts the other. New in every run.
 *
 * @param secret Base64 of PKCS #8
 * @param trusted the setting of who trusts it
 */
record ArchiveKey(String secret, String trusted) {
  static final String SIGNER = "shared.example";

  static ArchiveKey fresh() {
    try {
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return new ArchiveKey(
          base64.encodeToString(keys.getPrivate().getEncoded()), SIGNER + "=" + base64.encodeToString(keys.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
