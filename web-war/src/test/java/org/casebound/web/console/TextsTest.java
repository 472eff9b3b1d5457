package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern IN_PAGE = Pattern.compile("t\\['([\\w. ]+)'\\]");
  private static final Pattern IN_CODE = Pattern.compile("texts\\s*\\.of\\(\\s*\"([\\w.]+)\"[,)]");

  @Test
  void everyTextThatPagesAndCodeAskForIsInTheBundle() throws IOException {
    Set<String> asked = new TreeSet<>(keys(Path.of("src/main/webapp"), ".xhtml", IN_PAGE));
    asked.addAll(keys(Path.of("src/main/java/org/casebound/web/console"), ".java", IN_CODE));
    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(ResourceBundle.getBundle("org.casebound.web.console.texts").keySet()).containsAll(asked);
  }

  private static Set<String> keys(Path folder, String ending, Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }
}
