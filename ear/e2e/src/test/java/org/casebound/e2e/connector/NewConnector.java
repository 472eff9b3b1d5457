package org.casebound.e2e.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A connector project as an integrator gets it from the archetype, made and built with the Maven that runs this build. It takes
 * what the build has just made, and everything else from the build's own local repository, so it works without a network and
 * leaves that repository alone.
 */
final class NewConnector {
  private static final String VERSION = "0.1.0";
  private static final List<String> OWN =
      List.of("connector-api", "connector-base", "connector-tck", "connector-archetype");
  private static final int PATIENCE_MINUTES = 5;

  private final Path root = Path.of(property("casebound.root"));
  private final Path known = Path.of(property("casebound.maven.repository"));
  private final Path work = Path.of(property("casebound.e2e.directory")).toAbsolutePath().resolve("archetype");
  private final String name;

  /** @param name artifact id of the project */
  NewConnector(String name) {
    this.name = name;
  }

  private static String property(String name) {
    return java.util.Objects.requireNonNull(System.getProperty(name), name);
  }

  /** Makes the project. */
  NewConnector make(String prefix) {
    try {
      delete(work.resolve(name));
      delete(work.resolve("repository"));
      delete(work.resolve("m2/org/casebound"));
      Files.createDirectories(work);
      offerRepository(work.resolve("repository"));
      Files.writeString(work.resolve("settings.xml"), """
          <settings>
            <localRepository>%s</localRepository>
            <mirrors><mirror><id>build</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
          </settings>
          """.formatted(work.resolve("m2"), work.resolve("repository").toUri()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    maven(work, "archetype:generate", "-DinteractiveMode=false", "-DarchetypeCatalog=local",
        "-DarchetypeGroupId=org.casebound", "-DarchetypeArtifactId=casebound-connector-archetype", "-DarchetypeVersion=" + VERSION,
        "-DgroupId=com.example", "-DartifactId=" + name, "-Dversion=1.0", "-Dpackage=com.example.desk", "-Dprefix=" + prefix);
    return this;
  }

  /** Builds it and runs its tests. */
  NewConnector build() {
    maven(folder(), "verify");
    return this;
  }

  Path folder() {
    return work.resolve(name);
  }

  /** Runs one of its scripts of the server's command line. */
  void administer(String script, int managementPort) {
    run(folder(), List.of(
        Path.of(property("casebound.wildfly.home"), "bin", "jboss-cli.sh").toString(),
        "--connect", "--controller=localhost:" + managementPort, "--file=" + script));
  }

  private void maven(Path where, String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(property("casebound.maven.home"), "bin", "mvn").toString(), "-B", "-s", work.resolve("settings.xml").toString()));
    for (String argument : arguments) {
      command.add(argument.startsWith("archetype:") ? argument.replace(
          "archetype:", "org.apache.maven.plugins:maven-archetype-plugin:" + property("casebound.maven.archetype") + ":") : argument);
    }
    run(where, command);
  }

  private void run(Path where, List<String> command) {
    try {
      Path log = work.resolve("commands.log");
      ProcessBuilder builder = new ProcessBuilder(command)
          .directory(where.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("MAVEN_OPTS", "-Xmx256m -XX:TieredStopAtLevel=1");
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertThat(ended && process.exitValue() == 0).as("%s in %s:%n%s", command, where, Files.readString(log)).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + command, e);
    }
  }

  /** One repository of links to what the build knows, and of what it has just made. */
  private void offerRepository(Path repository) throws IOException {
    link(known, repository, "org");
    link(known.resolve("org"), repository.resolve("org"), "casebound");
    Path own = repository.resolve("org/casebound");
    offer(own, "casebound-parent", root.resolve("pom.xml"));
    offer(own, "casebound-connectors-jca", root.resolve("connectors-jca/pom.xml"));
    for (String module : OWN) {
      Path folder = root.resolve("connectors-jca").resolve(module);
      String artifact = "casebound-" + module;
      offer(own, artifact, folder.resolve("pom.xml"));
      offer(own, artifact, folder.resolve("target/" + artifact + "-" + VERSION + ".jar"));
    }
  }

  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.filter(Files::isDirectory).filter(path -> !path.endsWith(except)).toList()) {
        Files.createSymbolicLink(to.resolve(child.getFileName()), child);
      }
    }
  }

  private static void offer(Path own, String artifact, Path file) throws IOException {
    String ending = file.endsWith("pom.xml") ? ".pom" : ".jar";
    Path target = own.resolve(artifact).resolve(VERSION).resolve(artifact + "-" + VERSION + ending);
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> content = Files.walk(path)) {
      for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
