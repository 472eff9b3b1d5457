package org.casebound.connector.http.outbound;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes TLS contexts. Certificate and host name are always checked; there is no way to switch that off. */
final class TlsStores {
  private TlsStores() {}

  /**
   * The context for a back office; empty where the JVM's own will do.
   *
   * @param trust whose certificates are trusted instead of the JVM's own list
   * @param keys our own key and certificate, shown to back offices that ask for it
   * @throws IllegalArgumentException with a sentence when a store can not be used
   */
  static Optional<SSLContext> context(Optional<CertificateStore> trust, Optional<CertificateStore> keys) {
    if (trust.isEmpty() && keys.isEmpty()) {
      return Optional.empty();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys.isPresent() ? keyManagers(keys.get()) : null, trust.isPresent() ? trustManagers(trust.get()) : null, null);
      return Optional.of(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The trust store or key store can not be used.", e);
    }
  }

  private static KeyManager @Nullable [] keyManagers(CertificateStore store) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store.load(), store.password().toCharArray());
    return keys.getKeyManagers();
  }

  private static TrustManager @Nullable [] trustManagers(CertificateStore store) throws GeneralSecurityException {
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store.load());
    return trust.getTrustManagers();
  }
}
