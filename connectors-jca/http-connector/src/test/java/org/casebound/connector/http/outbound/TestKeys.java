package org.casebound.connector.http.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Makes key stores for tests, all with one password. */
final class TestKeys {
  static final String PASSWORD = "changeit";

  private TestKeys() {}

  /** Makes a key pair with a certificate for one host name or address, e.g. {@code IP:127.0.0.1}. */
  static Path make(Path folder, String name, String host) {
    Path file = folder.resolve(name);
    try {
      Process keytool = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair", "-alias", "bank", "-keyalg", "EC", "-dname", "CN=bank", "-ext", "SAN=" + host,
              "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
          .redirectErrorStream(true)
          .start();
      String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(output);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static CertificateStore store(Path file) {
    return new CertificateStore(file, PASSWORD, "PKCS12");
  }
}
