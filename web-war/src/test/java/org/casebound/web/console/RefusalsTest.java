package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
  private static final Pattern SAID = Pattern.compile("\"([A-Z]+-\\d{3})\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)");

  @Test
  void saysNamesAndNumbersAtTheirPlaceInAnotherLanguage() {
    String english = "lead has claimed 'Verify address proof'.";
    assertThat(Refusals.in(Locale.GERMAN, "WORK-001", english)).isEqualTo("lead hat „Verify address proof“ übernommen.");
    assertThat(Refusals.in(Locale.FRENCH, "WORK-001", "lead does not have 'Verify' any more.")).isEqualTo("lead n’a plus « Verify ».");
    assertThat(Refusals.in(Locale.ENGLISH, "WORK-001", english)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "ATTR-002 | Kunde is required (a text on one line). | Kunde ist erforderlich (ein Text in einer Zeile).",
    "ATTR-003 | Seit must be a date, e.g. \"2026-11-23\". | Seit muss ein Datum, z. B. \"2026-11-23\" sein.",
    "ATTR-004 | Betrag must be 1 to 500.50. | Betrag muss 1 bis 500.50 sein.",
    "ATTR-004 | Betrag must have at most 15 digits, 4 of them decimals. | Betrag darf höchstens 15 Ziffern haben, davon 4 Nachkommastellen.",
    "ATTR-005 | Grund must have at most 40 characters. | Grund darf höchstens 40 Zeichen haben.",
    "ATTR-005 | Grund must have 3 to 40 characters. | Grund muss 3 bis 40 Zeichen haben.",
    "ATTR-007 | Land must be one of DE, FR. | Land muss eins von DE, FR sein.",
    "BATCH-006 | A batch that is PAUSED can not be paused. | Der Stapel ist angehalten; so kann er nicht angehalten werden.",
    "ACK-001 | Step 'Reply' does not wait for this reply: its call is DONE. Discard the reply, or choose another call."
        + " | Der Schritt „Reply“ wartet nicht auf diese Antwort: Sein Aufruf ist erledigt. Verwerfen Sie die Antwort, oder wählen Sie einen anderen Aufruf."
  })
  void saysWordsOfTheEngineInsideOfASentenceToo(String code, String english, String german) {
    assertThat(Refusals.in(Locale.GERMAN, code, english)).isEqualTo(german);
  }

  @Test
  void saysInEnglishWhatNobodyHasTranslated() {
    assertThat(Refusals.in(Locale.GERMAN, "WORK-001", "A sentence of tomorrow.")).isEqualTo("A sentence of tomorrow.");
    assertThat(Refusals.in(Locale.GERMAN, "NONE-001", "No such code.")).isEqualTo("No such code.");
  }

  @Test
  void knowsOnlySentencesThatTheEngineSays() throws IOException {
    Set<String> said = new HashSet<>();
    for (String module : List.of("domain", "fulfillment-ejb", "web-war")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(file -> said.addAll(sentences(file)));
      }
    }
    ResourceBundle english = bundle(Locale.ENGLISH);
    assertThat(english.keySet()).allSatisfy(key -> assertThat(said).contains(key.substring(0, key.indexOf('-') + 4) + " " + english.getString(key)));
  }

  @Test
  void knowsOnlyPhrasesOfTheEngine() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String module : List.of("domain", "fulfillment-ejb")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(file -> said.append(text(file)));
      }
    }
    ResourceBundle english = ResourceBundle.getBundle("org.casebound.web.console.phrases", Locale.ENGLISH);
    assertThat(english.keySet())
        .allSatisfy(key -> assertThat(english.getString(key).replace("''", "'").split("\\{\\d}")).allMatch(part -> said.indexOf(part) >= 0));
  }

  @ParameterizedTest
  @CsvSource({"refusals,de", "refusals,es", "refusals,fr", "phrases,de", "phrases,es", "phrases,fr"})
  void everyLanguageHasEverySentenceAndNoPlaceOfItsOwn(String bundle, String language) {
    ResourceBundle english = ResourceBundle.getBundle("org.casebound.web.console." + bundle, Locale.ENGLISH);
    ResourceBundle other = ResourceBundle.getBundle("org.casebound.web.console." + bundle, Locale.forLanguageTag(language));
    assertThat(other.getLocale().getLanguage()).isEqualTo(language);
    assertThat(english.keySet())
        .allSatisfy(
            key -> {
              assertThat(other.getString(key)).isNotEqualTo(english.getString(key));
              assertThat(places(english.getString(key))).containsAll(places(other.getString(key)));
            });
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).replace("\\\"", "\"");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> sentences(Path file) {
    try {
      return SAID.matcher(Files.readString(file)).results().map(hit -> hit.group(1) + " " + pattern(hit.group(2))).collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A format of Java as a pattern of messages. */
  private static String pattern(String literals) {
    String text = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(literals).results().map(hit -> hit.group(1).replace("\\\"", "\"")).collect(Collectors.joining());
    Matcher place = Pattern.compile("%[sd]").matcher(text.replace("'", "''"));
    int[] number = {0};
    return place.replaceAll(hit -> "{" + number[0]++ + "}");
  }

  private static Set<String> places(String pattern) {
    return Pattern.compile("\\{\\d}").matcher(pattern).results().map(hit -> hit.group()).collect(Collectors.toSet());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("org.casebound.web.console.refusals", locale);
  }
}
