package org.casebound.fulfillment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSettingTest {
  private static final Pattern NAME = Pattern.compile("`([\\w.<>-]+)`");

  @Test
  void theSettingsAreThoseOfTheDocument() throws IOException {
    String table = Files.readString(Path.of("../docs/operations.md")).split("\\n## Settings\\n")[1].split("\\n## ")[0];
    List<String> documented =
        table.lines().filter(line -> line.startsWith("| `")).flatMap(KnownSettingTest::names).filter(name -> !name.contains("<")).toList();
    assertThat(KnownSetting.ALL).extracting(KnownSetting::name).containsExactlyElementsOf(documented);
  }

  /** A row may name several: {@code `casebound.database.pool.min`, `.max`}. */
  private static Stream<String> names(String row) {
    List<String> written = NAME.matcher(row.split("\\|")[1]).results().map(found -> found.group(1)).toList();
    String first = written.get(0);
    return written.stream().map(name -> name.startsWith(".") ? first.substring(0, first.lastIndexOf('.')) + name : name);
  }

  @Test
  void nobodyIsToldASecret() {
    SettingInForce password = KnownSetting.hidden("casebound.database.password").inForce(name -> Optional.of("hunter2"));
    assertThat(password).isEqualTo(new SettingInForce("casebound.database.password", true, Optional.empty(), true));
    assertThat(KnownSetting.ALL).filteredOn(one -> one.name().matches(".*(password|key|secret|trusted|from|user)")).hasSize(5).allMatch(KnownSetting::hidden);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5432/casebound?user=x&password=y, jdbc:postgresql://db:5432/casebound",
    "jdbc:postgresql://me:secret@db:5432/casebound, jdbc:postgresql://db:5432/casebound",
    "jdbc:h2:file:/data/casebound;CIPHER=AES;PASSWORD=y, jdbc:h2:file:/data/casebound"
  })
  void anAddressOfADatabaseIsShownWithoutWhatMayBeSecret(String url, String shown) {
    assertThat(inForce("casebound.database.url", Optional.of(url)).value()).contains(shown);
  }

  @Test
  void withoutAValueTheDefaultIsInForce() {
    assertThat(inForce("casebound.step.lease", Optional.of(" "))).isEqualTo(new SettingInForce("casebound.step.lease", false, Optional.of("PT30S"), false));
    assertThat(inForce("casebound.scanner.clamd", Optional.empty()).value()).isEmpty();
    assertThat(inForce("casebound.step.lease", Optional.of("PT5S"))).isEqualTo(new SettingInForce("casebound.step.lease", true, Optional.of("PT5S"), false));
  }

  private static SettingInForce inForce(String name, Optional<String> value) {
    return KnownSetting.ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().inForce(each -> value);
  }
}
