package org.casebound.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.fulfillment.studio.BundleRefused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each scenario is a test, and a missed expectation is named with its place. */
class ScenarioTestsTest {
  private static final Path BUNDLE = Path.of("src/test/resources/parking.yaml");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> scenariosOfABundlePass() {
    return ScenarioTests.of(BUNDLE);
  }

  @Test
  void thereIsOneTestForEachScenarioAndItKnowsItsLine() {
    List<DynamicTest> tests = ScenarioTests.of(BUNDLE).toList();
    assertThat(tests).extracting(DynamicTest::getDisplayName).containsExactly("Permit granted", "Permit refused");
    assertThat(tests.get(0).getTestSourceUri().orElseThrow().toString()).endsWith("parking.yaml?line=42&column=5");
  }

  @Test
  void aMissedExpectationFailsWithItsPlace() throws IOException {
    Path wrong = changed("end: FULFILLED", "end: REJECTED");
    List<DynamicTest> tests = ScenarioTests.of(wrong).toList();
    assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("changed.yaml:48:12: It ends FULFILLED, not REJECTED.")
        .hasMessageContaining("Completed: look (yes), issue (done)");
    assertThatCode(() -> tests.get(1).getExecutable().execute()).doesNotThrowAnyException();
  }

  @Test
  void aBundleWithMistakesFailsAsAWhole() throws IOException {
    Path wrong = changed("queue: town_hall\n  fulfillmentFlow", "queue: nowhere\n  fulfillmentFlow");
    assertThatThrownBy(() -> ScenarioTests.of(wrong)).isInstanceOf(BundleRefused.class);
  }

  @Test
  void aBundleWithoutScenariosDoesNotPass() throws IOException {
    String text = Files.readString(BUNDLE);
    Path bare = Files.writeString(folder.resolve("bare.yaml"), text.substring(0, text.indexOf("scenarios:")));
    assertThatThrownBy(() -> ScenarioTests.of(bare)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no scenarios");
  }

  @Test
  void theCoverageCanBeAsserted() {
    assertThat(ScenarioTests.coverage(BUNDLE).steps().missed()).isEmpty();
    assertThat(ScenarioTests.coverage(BUNDLE).ways().missed()).isEmpty();
  }

  private Path changed(String old, String with) throws IOException {
    String text = Files.readString(BUNDLE);
    assertThat(text).contains(old);
    return Files.writeString(folder.resolve("changed.yaml"), text.replace(old, with));
  }
}
