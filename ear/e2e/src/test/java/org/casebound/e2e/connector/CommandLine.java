package org.casebound.e2e.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.casebound.e2e.CaseboundServer;

/** The server's own command line, to run commands as the connectors' README has them. */
public record CommandLine(CaseboundServer server) {
  private static final int PATIENCE_SECONDS = 240;

  /** The commands of the n-th block of a section of the README that is marked as no language, counting from 0. */
  public static String commands(String heading, int number) {
    return block(heading, "", number);
  }

  /** The n-th block of a section in a language. */
  static String block(String heading, String language, int number) {
    try {
      String readme = Files.readString(Operator.root().resolve("connectors-jca/README.md"));
      String section = readme.substring(readme.indexOf("\n## " + heading + "\n"));
      return Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$").matcher(section).results()
          .filter(block -> block.group(1).equals(language))
          .skip(number)
          .findFirst()
          .map(block -> block.group(2))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs commands, one a line, where the archives of the named connectors lie. */
  public void run(String commands, String... archives) {
    try {
      Path folder = Files.createDirectories(server.baseDirectory().resolve("operator"));
      for (String archive : archives) {
        Path built = Operator.root().resolve("connectors-jca").resolve(archive);
        Files.copy(built, folder.resolve(built.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      Path script = Files.writeString(folder.resolve("commands.cli"), commands);
      Path home = Path.of(System.getProperty("casebound.wildfly.home"));
      Path output = folder.resolve("output.log");
      Process process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
              "-jar", home.resolve("jboss-modules.jar").toString(), "-mp", home.resolve("modules").toString(),
              "org.jboss.as.cli", "--connect", "--controller=localhost:" + server.managementAddress().getPort(),
              "--timeout=120000", "--file=" + script)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("The commands failed:\n" + Files.readString(output) + "\n" + server.logTail());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
