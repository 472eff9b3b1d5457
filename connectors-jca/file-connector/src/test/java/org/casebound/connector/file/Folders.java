package org.casebound.connector.file;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of tests. */
final class Folders {
  private Folders() {}

  /** Deletes a folder with all in it. A call that its test gave up may still put a file away meanwhile: then it looks again. */
  static void delete(Path folder) {
    await("nobody to use " + folder)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> deleted(folder));
  }

  private static boolean deleted(Path folder) {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException changedMeanwhile) {
        throw new UncheckedIOException(changedMeanwhile);
      }
    }
    return Files.notExists(folder);
  }
}
