package org.casebound.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where things are; bench/run says it by system properties. */
public final class Layout {

  private Layout() {}

  /** The checkout's top. */
  public static Path root() {
    return Path.of(System.getProperty("bench.root", "")).toAbsolutePath();
  }

  /** The unpacked server. */
  public static Path wildfly() {
    return root().resolve(System.getProperty("bench.wildfly", ".server/wildfly"));
  }

  /** The configured base directory that the build made. */
  public static Path template() {
    return root().resolve(".server/template/configuration");
  }

  public static Path ear() {
    return root().resolve("ear/target/casebound.ear");
  }

  /** What a run needs while it runs. */
  public static Path work() {
    return root().resolve("bench/target/work");
  }

  /** What stays of a run; the folder exists. */
  public static Path out() {
    try {
      return Files.createDirectories(root().resolve("bench/out"));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not make the folder of the results", e);
    }
  }

  /** Deletes a folder with all that is in it, if it is there, and makes it anew. */
  public static Path fresh(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> content = Files.walk(folder)) {
          for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not make the folder " + folder, e);
    }
  }
}
