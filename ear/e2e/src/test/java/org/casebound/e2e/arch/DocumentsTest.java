package org.casebound.e2e.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point at is there, and the README shows what the server prints. */
class DocumentsTest {
  private static final Path ROOT = ArchitectureTest.root();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);

  static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>(List.of(ROOT.resolve("connectors-jca/README.md"), ROOT.resolve("bench/README.md")));
    try (Stream<Path> top = Files.list(ROOT); Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).sorted().forEach(found::add);
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void pointsAtWhatIsThere(Path document) throws IOException {
    List<String> dead = new ArrayList<>();
    for (String link : linksOf(document)) {
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
      if (!Files.exists(target) || parts.length == 2 && !anchorsOf(target).contains(parts[1])) {
        dead.add(link);
      }
    }
    assertThat(dead).as("dead links in %s", document).isEmpty();
  }

  private static List<String> linksOf(Path document) throws IOException {
    return LINK.matcher(CODE.matcher(Files.readString(document)).replaceAll("")).results()
        .map(hit -> hit.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  private static Set<String> anchorsOf(Path document) throws IOException {
    return CODE.matcher(Files.readString(document)).replaceAll("").lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void theReadmeShowsTheRequestsThatTheServerPrints() throws IOException {
    List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
    List<String> printed =
        Files.readAllLines(ROOT.resolve("ear/src/main/server/demo/casebound-welcome.txt")).stream()
            .filter(line -> line.startsWith("curl "))
            .map(line -> line.replace("@address@", "http://localhost:8080"))
            .toList();
    assertThat(printed).hasSize(2);
    assertThat(readme).containsAll(printed);
  }

  @Test
  void everyDecisionIsListedWithItsStatusAndSaysHowItIsConfirmed() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/decisions/README.md"));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/decisions"))) {
      for (Path decision : files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*")).toList()) {
        String text = Files.readString(decision);
        String title = text.lines().findFirst().orElseThrow().substring("# 0000 ".length());
        String status = text.lines().filter(line -> line.startsWith("Status: ")).findFirst().orElseThrow().substring(8);
        assertThat(text).contains("## Context", "## Decision", "## Consequences", "## Confirmation");
        assertThat(index).contains("(%s) | %s | %s |".formatted(decision.getFileName(), title, status));
      }
    }
  }
}
