package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page speaks every language, and no page has a word of its own. */
class LanguagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/org/casebound/web/console");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
  private static final Pattern NO_TEXT = Pattern.compile("<!--.*?-->|#\\{[^}]*}|<kbd[^>]*>[^<]*</kbd>|&[a-z]+;", Pattern.DOTALL);
  private static final Pattern SPOKEN = Pattern.compile("\\s(?:title|alt|placeholder|aria-label|aria-description)=\"([^\"]*)\"");
  private static final Pattern TAG = Pattern.compile("<[^>]*>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  /** Names of things that are the same in all languages. */
  private static final Set<String> NAMES = Set.of("SHA");

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void eachLanguageHasEveryTextWithTheSamePlaces(String language) throws IOException {
    Properties english = read("texts.properties");
    Properties other = read("texts_" + language + ".properties");
    assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
      assertThat(other.getProperty(key)).as(key).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts.properties", "texts_de.properties", "texts_fr.properties", "texts_es.properties"})
  void everyTextIsAPatternThatFillsItsPlaces(String bundle) throws IOException {
    Properties texts = read(bundle);
    for (String key : texts.stringPropertyNames()) {
      assertThat(texts.getProperty(key)).as("%s: use ’ in %s, a straight one has a meaning of its own", key, bundle).doesNotContain("'");
      new MessageFormat(texts.getProperty(key), Locale.ROOT);
    }
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageHasAWordOfItsOwn(Path page) throws IOException {
    String markup = NO_TEXT.matcher(Files.readString(page)).replaceAll(" ");
    Set<String> words = new TreeSet<>();
    SPOKEN.matcher(markup).results().map(hit -> hit.group(1)).forEach(text -> words.addAll(wordsOf(text)));
    words.addAll(wordsOf(TAG.matcher(markup).replaceAll(" ")));
    words.removeAll(NAMES);
    assertThat(words).as("words in %s", page).isEmpty();
  }

  @Test
  void aWordInAPageWouldBeFound() {
    assertThat(wordsOf(TAG.matcher(NO_TEXT.matcher("<p title='#{a}'>Hello #{b}</p>").replaceAll(" ")).replaceAll(" "))).containsExactly("Hello");
  }

  @Test
  void aServerOfAnotherLanguageStillAnswersInEnglish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(new Texts().in(Locale.ENGLISH, "inbox.next")).isEqualTo("Get next");
      assertThat(new Texts().in(Locale.FRENCH, "inbox.next")).isEqualTo("Prendre la suivante");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Set<String> wordsOf(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
      properties.load(reader);
    }
    return properties;
  }
}
