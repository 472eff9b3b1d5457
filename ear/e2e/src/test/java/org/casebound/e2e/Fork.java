package org.casebound.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Which of the JVMs that share the test classes, and a folder for their servers, this one is: the first number that no other holds. */
final class Fork {
  private static final Path FOLDER = Settings.path("casebound.e2e.directory").resolve("forks");

  /** Its lock goes with the JVM. */
  private static FileChannel held;

  static final int NUMBER = claim();

  private Fork() {}

  private static int claim() {
    try {
      Files.createDirectories(FOLDER);
      int number = 0;
      do {
        number++;
        held = FileChannel.open(FOLDER.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      } while (isTaken());
      return number;
    } catch (IOException e) {
      throw new UncheckedIOException("No JVM of the tests can tell itself from the others: " + FOLDER + " takes no files", e);
    }
  }

  private static boolean isTaken() throws IOException {
    boolean taken = held.tryLock() == null;
    if (taken) {
      held.close();
    }
    return taken;
  }
}
