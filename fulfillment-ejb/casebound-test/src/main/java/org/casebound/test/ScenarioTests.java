package org.casebound.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.Scenario;
import org.casebound.fulfillment.simulation.Coverage;
import org.casebound.fulfillment.simulation.ScenarioResult;
import org.casebound.fulfillment.simulation.ScenarioResult.Missed;
import org.casebound.fulfillment.simulation.SimulationReport.Mark;
import org.casebound.fulfillment.simulation.Simulator;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.BundleText;
import org.junit.jupiter.api.AssertionFailureBuilder;
import org.junit.jupiter.api.DynamicTest;

/**
 * Makes a test of each scenario of a bundle. It fails with one line for each expectation that was missed, with the place in the file:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> scenarios() {
 *   return ScenarioTests.of(Path.of("bundles/address-update.yaml"));
 * }
 * }</pre>
 *
 * <p>A bundle with mistakes fails as a whole, with all of them. Making the first one costs about a second. Thread-safe.
 */
public final class ScenarioTests {
  private final BundleReader reader = new BundleReader();
  private final Simulator simulator;

  /**
   * @param simulator that of a container, or {@link Simulator#standAlone}
   */
  public ScenarioTests(Simulator simulator) {
    this.simulator = simulator;
  }

  /**
   * The tests of a bundle.
   *
   * @param bundle a file of YAML
   * @throws org.casebound.fulfillment.studio.BundleRefused when it has mistakes
   * @throws IllegalArgumentException when it has no scenarios: a suite that tests nothing must not pass
   */
  public static Stream<DynamicTest> of(Path bundle) {
    return Holder.STAND_ALONE.testsOf(bundle);
  }

  /** What of the process its scenarios go through, to be asserted in a test of its own. */
  public static Coverage coverage(Path bundle) {
    return Holder.STAND_ALONE.coverageOf(bundle);
  }

  /** Made when it is asked for: the expression compiler is costly. */
  private static final class Holder {
    static final ScenarioTests STAND_ALONE = new ScenarioTests(Simulator.standAlone());
  }

  /** As {@link #of}, with this simulator. */
  public Stream<DynamicTest> testsOf(Path file) {
    String yaml = text(file);
    ProcessBundle bundle = reader.read(file.getFileName().toString(), yaml);
    if (bundle.scenarios().isEmpty()) {
      throw new IllegalArgumentException(file + " has no scenarios; write some under 'scenarios'.");
    }
    return IntStream.range(0, bundle.scenarios().size()).mapToObj(i -> test(file, yaml, bundle, i));
  }

  /** As {@link #coverage}, with this simulator. */
  public Coverage coverageOf(Path file) {
    return simulator.checkAll(reader.read(file.getFileName().toString(), text(file))).coverage();
  }

  private static String text(Path file) {
    try {
      return BundleText.decode(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DynamicTest test(Path file, String yaml, ProcessBundle bundle, int index) {
    Scenario scenario = bundle.scenarios().get(index);
    String pointer = "/scenarios/" + index;
    BundleProblem place = BundleText.at(file.getFileName().toString(), yaml, pointer, "");
    URI source = URI.create(file.toUri() + "?line=" + place.line() + "&column=" + place.column());
    return DynamicTest.dynamicTest(
        scenario.label(), source, () -> require(file, yaml, pointer, simulator.check(bundle, scenario)));
  }

  private static void require(Path file, String yaml, String pointer, ScenarioResult result) {
    if (result.passed()) {
      return;
    }
    List<String> lines =
        result.missed().stream().map(missed -> line(file, yaml, pointer, missed)).toList();
    String path =
        result.report().path().stream()
            .filter(passed -> passed.mark() == Mark.COMPLETED)
            .map(passed -> passed.detail().isEmpty() ? passed.name() : passed.name() + " (" + passed.detail() + ")")
            .collect(Collectors.joining(", "));
    throw AssertionFailureBuilder.assertionFailure()
        .message(String.join("\n", lines) + "\nCompleted: " + (path.isEmpty() ? "nothing" : path))
        .build();
  }

  private static String line(Path file, String yaml, String pointer, Missed missed) {
    return BundleText.at(file.getFileName().toString(), yaml, pointer + missed.pointer(), missed.message()).toString();
  }
}
