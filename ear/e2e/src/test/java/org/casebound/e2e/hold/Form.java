package org.casebound.e2e.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The form of this run: short in every build, long when somebody asks for figures. */
final class Form {
  private static final boolean LONG = Boolean.getBoolean("casebound.hold.long");

  private Form() {}

  /** The figure of the short or the long form, unless the property says another. */
  static int choose(String property, int small, int large) {
    return Integer.getInteger("casebound.hold." + property, LONG ? large : small);
  }

  /** Keeps a figure in {@code target/hold.txt}. */
  static void note(String figure) {
    try {
      Files.writeString(
          Path.of(System.getProperty("casebound.e2e.directory"), "hold.txt"), figure + "\n",
          StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
