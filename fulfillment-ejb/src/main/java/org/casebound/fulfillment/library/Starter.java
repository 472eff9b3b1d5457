package org.casebound.fulfillment.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The small example that a new process begins with: one attribute, one stage, one work item. It can be published as it is. */
final class Starter {
  private Starter() {}

  /** The example under that API name. */
  static String text(String name) {
    try (InputStream text = Starter.class.getResourceAsStream("starter.yaml")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("New_Process", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
