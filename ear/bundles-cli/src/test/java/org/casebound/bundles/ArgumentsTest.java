package org.casebound.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static final Map<String, String> LIVE = Map.of("CASEBOUND_URL", "https://live.example/", "CASEBOUND_USER", "o", "CASEBOUND_PASSWORD", "p");

  @Test
  void takesTheServerAndTheCallerFromTheEnvironment() {
    Arguments wanted = Arguments.of(new String[] {"export", "a.zip", "A", "B@2", "--not-linked"}, LIVE);
    assertThat(wanted.server()).hasToString("https://live.example");
    assertThat(wanted.authorization()).hasValue("Basic bzpw");
    assertThat(wanted.processes()).containsExactly("A", "B@2");
    assertThat(wanted.linked()).isFalse();
  }

  @Test
  void namesComeFromOptionsAndFromAFile(@TempDir Path folder) throws IOException {
    Path map = Files.writeString(folder.resolve("live.map"), "# live\n\n queue:a=b \nconnector:java:/x=java:/y\n");
    Arguments wanted = Arguments.of(new String[] {"import", "--map", "group:c=d", "a.zip", "--map-file", map.toString(), "--inactive", "--server", "http://x:1"}, Map.of());
    assertThat(wanted.names()).containsExactly("group:c=d", "queue:a=b", "connector:java:/x=java:/y");
    assertThat(wanted.inactive()).isTrue();
    assertThat(wanted.authorization()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plan", "destroy a.zip", "plan a.zip b.zip", "plan a.zip --force", "plan a.zip --server", "plan a.zip --server ftp://x", "plan a.zip --server ::", "plan a.zip --map-file /no/such/file"})
  void whatMakesNoSenseIsWrongUsage(String line) {
    assertThatThrownBy(() -> Arguments.of(line.isEmpty() ? new String[0] : line.split(" "), LIVE))
        .isInstanceOfSatisfying(CommandFailure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.USAGE));
  }
}
