package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  /** Between two texts of the source. */
  private static final Pattern JOINT = Pattern.compile("\\{\\d}|(?<=late:) |, (?=queue)|(?<=For) (?=queue)|(?<=:) (?=open)");
  /** The resolution stands in this sentence as the name of a constant. */
  private static final Pattern CLOSED = Pattern.compile("Closed as (fulfilled|rejected|canceled):?");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "the case was closed | der Fall wurde geschlossen",
    "no sign of life of anna | kein Lebenszeichen von anna",
    "late: priority HIGH, queue fraud | überfällig: Priorität HIGH, Gruppe fraud",
    "reassigned to ben: He knows: the customer | neu zugewiesen an ben: He knows: the customer",
    "Core banking accepted the call as R-1 and will acknowledge it | Core banking hat den Aufruf als R-1 angenommen und wird ihn bestätigen",
    "For queue fraud: 'Reply' is late | An die Gruppe fraud: „Reply“ ist überfällig",
    "READ_TIMEOUT: No answer within the time-out.; try 2 of 8 follows at 2026-11-26T10:57:00Z"
        + " | READ_TIMEOUT: Keine Antwort innerhalb der Wartezeit.; Versuch 2 von 8 folgt um 2026-11-26T10:57:00Z",
    "FLOW-003: No branch of stage 'check' holds; add one without a condition."
        + " | FLOW-003: Keine Verzweigung der Phase „check“ ist erfüllt; fügen Sie eine ohne Bedingung hinzu.",
    "java:/eis/Core's circuit is open since 10:42: 7 of the last 10 calls failed. The step goes on by itself when it closes."
        + " | Die Sicherung von java:/eis/Core ist seit 10:42 offen: 7 der letzten 10 Aufrufe sind gescheitert."
        + " Der Schritt geht von selbst weiter, wenn sie sich schließt."
  })
  void saysWhatTheEngineKeepsInTheLanguageOfTheReader(String english, String german) {
    assertThat(Reasons.in(Locale.GERMAN, english)).isEqualTo(german);
    assertThat(Reasons.in(Locale.ENGLISH, english)).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "The customer called and asked for it.", "CARD_UNKNOWN: There is no such card.", "reassigned", "waits until ", "owner", "flow is completed"})
  void leavesWhatPeopleAndBackOfficesSaidAsItIs(String said) {
    assertThat(Reasons.in(Locale.GERMAN, said)).isEqualTo(said);
  }

  @Test
  void keepsWhatABackOfficeSaidInsideASentenceOfTheEngine() {
    assertThat(Reasons.in(Locale.FRENCH, "CARD_BUSY: Try later; try 2 of 3 follows at noon")).isEqualTo("CARD_BUSY: Try later ; l’essai 2 sur 3 suit à noon");
  }

  @Test
  void knowsOnlySentencesThatTheProductSays() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String module : List.of("domain", "fulfillment-ejb", "connectors-jca/http-connector", "connectors-jca/connector-base")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module.split("/")).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(file -> said.append(text(file)));
      }
    }
    ResourceBundle english = bundle(Locale.ENGLISH);
    assertThat(english.keySet()).hasSizeGreaterThan(50).allSatisfy(key ->
        assertThat(Arrays.stream(JOINT.split(english.getString(key).replace("''", "'"))).map(part -> CLOSED.matcher(part).replaceFirst("Closed as ").strip()).filter(part -> part.length() > 2))
            .as(key)
            .allMatch(part -> said.indexOf(part) >= 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr"})
  void everyLanguageHasEverySentenceWithTheSamePlaces(String language) {
    ResourceBundle english = bundle(Locale.ENGLISH);
    ResourceBundle other = bundle(Locale.forLanguageTag(language));
    assertThat(other.getLocale().getLanguage()).isEqualTo(language);
    assertThat(english.keySet()).allSatisfy(key -> {
      assertThat(other.getString(key)).isNotEqualTo(english.getString(key));
      assertThat(places(other.getString(key))).isEqualTo(places(english.getString(key)));
    });
  }

  /** The source with its escaped quotation marks and without the borders of texts that go on in the next line. */
  private static String text(Path file) {
    try {
      return Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> places(String pattern) {
    return PLACE.matcher(pattern).results().map(hit -> hit.group()).collect(Collectors.toSet());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("org.casebound.web.console.reasons", locale);
  }
}
