package org.casebound.e2e.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All versions stand in one place, the root POM. */
class BuildTest {

  private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile("<version>(?!\\$\\{)(?!10</version>)[^<]*</version>");

  static List<Path> modulePoms() throws IOException {
    try (Stream<Path> files = Files.walk(ArchitectureTest.root(), 3)) {
      return files
          .filter(file -> file.endsWith("pom.xml") && !file.getParent().equals(ArchitectureTest.root()))
          .filter(file -> Stream.iterate(file, path -> path != null, Path::getParent).noneMatch(path -> path.endsWith("target") || path.endsWith(".server")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("modulePoms")
  void namesNoVersion(Path pom) throws IOException {
    String own = PARENT.matcher(Files.readString(pom)).replaceAll("");

    assertThat(VERSION.matcher(own).results().map(hit -> hit.group())).as("versions in %s", pom).isEmpty();
  }
}
