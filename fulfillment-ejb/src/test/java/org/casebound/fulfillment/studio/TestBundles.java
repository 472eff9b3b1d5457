package org.casebound.fulfillment.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundles of this module's tests. */
final class TestBundles {
  /** Uses every member of the format. */
  static final String EVERYTHING = "everything.yaml";

  static final Path FOLDER = Path.of("src/test/resources/bundles");

  private TestBundles() {}

  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
