package org.casebound.e2e.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.casebound.e2e.CaseboundServer;

/** The processes that only tests have. */
public final class Bundles {
  private Bundles() {}

  /** Publishes the bundle of that name, if the server does not have it yet; one after the other, because the second of two at once is refused. */
  public static void publish(CaseboundServer server, String name) {
    publish(server, name, UnaryOperator.identity());
  }

  /** The same, changed before, e.g. under another name for a test that needs the process for itself. */
  static synchronized void publish(CaseboundServer server, String name, UnaryOperator<String> change) {
    try (InputStream bundle = Bundles.class.getResourceAsStream("/bundles/" + name + ".yaml")) {
      String yaml = change.apply(new String(bundle.readAllBytes(), StandardCharsets.UTF_8));
      server
          .as("owner")
          .with("Content-Type", "application/yaml")
          .post("/api/v1/bundles?file=" + name + ".yaml", yaml)
          .expect(200);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
