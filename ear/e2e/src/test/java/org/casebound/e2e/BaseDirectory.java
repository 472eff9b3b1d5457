package org.casebound.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A server's base directory, made from the configured template with the EAR and the demo bank as deployments. */
final class BaseDirectory {

  private static final String DEPLOYMENTS = "<deployments>";
  private static final String END = "</server>";

  private final Path path;

  private BaseDirectory(Path path) {
    this.path = path;
  }

  static BaseDirectory fromTemplate(String name) {
    Path path = Settings.path("casebound.e2e.directory").resolve("servers").resolve(name);
    try {
      delete(path);
      Path configuration = path.resolve("configuration");
      copy(Settings.path("casebound.template").resolve("configuration"), configuration);
      Files.createDirectories(path.resolve("deployments"));
      Path bank = Files.createDirectories(path.resolve("bank")).resolve("demo-backoffice.war");
      Files.copy(Settings.path("casebound.bank"), bank);
      addEar(configuration.resolve("casebound.xml"));
      addEar(configuration.resolve("casebound-demo.xml"));
      TestUsers.addTo(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not make the server's base directory " + path, e);
    }
    return new BaseDirectory(path);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> content = Files.walk(from)) {
      for (Path each : content.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  /** The EAR is read where the build put it; as part of the configuration it is deployed at boot, whatever happened before. */
  private static void addEar(Path configuration) throws IOException {
    String ear =
        "<deployment name=\"casebound.ear\" runtime-name=\"casebound.ear\"><fs-archive path=\"" + Settings.path("casebound.ear") + "\"/></deployment>";
    String xml = Files.readString(configuration);
    String deployed =
        xml.contains(DEPLOYMENTS)
            ? xml.replace(DEPLOYMENTS, DEPLOYMENTS + ear)
            : xml.substring(0, xml.lastIndexOf(END)) + DEPLOYMENTS + ear + "</deployments>" + END;
    Files.writeString(configuration, deployed);
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> content = Files.walk(path)) {
      for (Path each : content.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  Path path() {
    return path;
  }

  Path logFile() {
    return path.resolve("console.log");
  }

  /** Keeps what earlier starts wrote, in another file: the log of this start begins empty. */
  void truncateLog() {
    try {
      if (Files.exists(logFile())) {
        Path kept = path.resolve("console-earlier.log");
        Files.write(
            kept, Files.readAllBytes(logFile()), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        Files.delete(logFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String log() throws IOException {
    return Files.exists(logFile()) ? new String(Files.readAllBytes(logFile()), java.nio.charset.StandardCharsets.UTF_8) : "";
  }
}
