package org.casebound.e2e.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.casebound.e2e.CaseboundServer;

/** Processes that only tests use. */
final class Bundles {
  private Bundles() {}

  /** Imports a bundle of the folder {@code bundles}; again changes nothing; two at once, and the second would be refused. */
  static synchronized void load(CaseboundServer server, String file) {
    try (InputStream bundle = Bundles.class.getResourceAsStream("/bundles/" + file)) {
      String yaml = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
      server.as("owner").with("Content-Type", "application/yaml").post("/api/v1/bundles?file=" + file, yaml).expect(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
