package org.casebound.connector.http.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A file with the certificates that are trusted instead of the JVM's own list. Certificate and host name are always
 * checked; there is no way to switch that off.
 *
 * @param path the file
 * @param password opens it; may be empty
 * @param type PKCS12 or JKS
 */
public record TrustStore(Path path, String password, String type) {

  /** @throws IllegalArgumentException with a sentence when the file can not be read */
  SSLContext sslContext() {
    try (InputStream file = Files.newInputStream(path)) {
      KeyStore store = KeyStore.getInstance(type);
      store.load(file, password.toCharArray());
      TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("The trust store " + path + " can not be read.", e);
    }
  }

  @Override
  public String toString() {
    return "TrustStore[" + path + "]";
  }
}
