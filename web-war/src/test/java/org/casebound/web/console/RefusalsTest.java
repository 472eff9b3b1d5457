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
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  private static final Pattern SAID = Pattern.compile("\"([A-Z]+-\\d{3})\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)");

  @Test
  void saysNamesAndNumbersAtTheirPlaceInAnotherLanguage() {
    String english = "lead has claimed 'Verify address proof'.";
    assertThat(Refusals.in(Locale.GERMAN, "WORK-001", english)).isEqualTo("lead hat „Verify address proof“ übernommen.");
    assertThat(Refusals.in(Locale.FRENCH, "WORK-001", "lead does not have 'Verify' any more.")).isEqualTo("lead n’a plus « Verify ».");
    assertThat(Refusals.in(Locale.ENGLISH, "WORK-001", english)).isEqualTo(english);
  }

  @Test
  void saysInEnglishWhatNobodyHasTranslated() {
    assertThat(Refusals.in(Locale.GERMAN, "WORK-001", "A sentence of tomorrow.")).isEqualTo("A sentence of tomorrow.");
    assertThat(Refusals.in(Locale.GERMAN, "NONE-001", "No such code.")).isEqualTo("No such code.");
  }

  @Test
  void knowsOnlySentencesThatTheEngineSays() throws IOException {
    Set<String> said = new HashSet<>();
    for (String module : List.of("domain", "fulfillment-ejb")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(file -> said.addAll(sentences(file)));
      }
    }
    ResourceBundle english = bundle(Locale.ENGLISH);
    assertThat(english.keySet()).allSatisfy(key -> assertThat(said).contains(key.substring(0, key.indexOf('-') + 4) + " " + english.getString(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr"})
  void everyLanguageHasEverySentenceAndNoPlaceOfItsOwn(String language) {
    ResourceBundle english = bundle(Locale.ENGLISH);
    ResourceBundle other = bundle(Locale.forLanguageTag(language));
    assertThat(other.getLocale().getLanguage()).isEqualTo(language);
    assertThat(english.keySet())
        .allSatisfy(
            key -> {
              assertThat(other.getString(key)).isNotEqualTo(english.getString(key));
              assertThat(places(english.getString(key))).containsAll(places(other.getString(key)));
            });
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
    String text = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(literals).results().map(hit -> hit.group(1)).collect(Collectors.joining());
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
