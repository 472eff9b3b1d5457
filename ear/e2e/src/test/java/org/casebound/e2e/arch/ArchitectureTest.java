package org.casebound.e2e.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/** The rules hold for the code, and each of them can fail. */
class ArchitectureTest {

  private static final String BASE = "org.casebound";
  private static final String BAD = ArchitectureTest.class.getPackageName() + ".bad.";
  private static final List<String> MODULES =
      List.of(
          "domain",
          "fulfillment-ejb",
          "web-war",
          "connectors-jca/connector-api",
          "connectors-jca/connector-base",
          "connectors-jca/http-connector",
          "connectors-jca/jdbc-connector",
          "connectors-jca/file-connector",
          "connectors-jca/file-acknowledgements",
          "connectors-jca/mail-connector",
          "connectors-jca/jms-connector",
          "connectors-jca/jms-acknowledgements",
          "connectors-jca/connector-tck",
          "connectors-jca/demo-backoffice");

  private static @Nullable JavaClasses code;

  @BeforeAll
  static void readTheClassesOfEveryModule() {
    Path root = root();
    List<Path> folders = MODULES.stream().map(module -> root.resolve(module).resolve("target/classes")).toList();
    code = new ClassFileImporter().importPaths(folders);
  }

  static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .takeWhile(folder -> folder != null)
        .filter(folder -> Files.isDirectory(folder.resolve("fulfillment-ejb")))
        .findFirst()
        .orElseThrow();
  }

  static List<HouseRule> rules() {
    return HouseRules.of(BASE);
  }

  @Test
  void everyModuleIsRead() {
    for (String part : List.of("domain", "fulfillment", "connector", "demobank", "web")) {
      assertThat(code).as(part).anyMatch(type -> type.getPackageName().startsWith(BASE + "." + part));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void holds(HouseRule rule) {
    rule.rule().check(code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void canFail(HouseRule rule) {
    String base = BAD + rule.id().toLowerCase(java.util.Locale.ROOT);
    HouseRule same = HouseRules.of(base).stream().filter(each -> each.id().equals(rule.id())).findFirst().orElseThrow();
    JavaClasses bad = new ClassFileImporter().importPackages(base);

    assertThat(bad).as("samples that break %s, in %s", rule.id(), base).isNotEmpty();
    assertThat(same.rule().evaluate(bad).hasViolation()).as("%s fails on its bad sample", rule).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void givesItsReason(HouseRule rule) {
    assertThat(rule.rule().getDescription()).contains(", because ");
  }
}
