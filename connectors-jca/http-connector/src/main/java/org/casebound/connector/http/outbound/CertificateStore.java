package org.casebound.connector.http.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * A file with certificates or keys. The text form shows no secret.
 *
 * @param path the file
 * @param password opens it, and the keys in it; may be empty for certificates alone
 * @param type PKCS12 or JKS
 */
public record CertificateStore(Path path, String password, String type) {

  /** @throws IllegalArgumentException with a sentence when the file can not be read */
  KeyStore load() {
    try (InputStream file = Files.newInputStream(path)) {
      KeyStore store = KeyStore.getInstance(type);
      store.load(file, password.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("The trust store or key store " + path + " can not be read.", e);
    }
  }

  @Override
  public String toString() {
    return "CertificateStore[" + path + "]";
  }
}
