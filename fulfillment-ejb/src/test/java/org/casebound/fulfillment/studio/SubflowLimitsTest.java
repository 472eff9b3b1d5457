package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebound.fulfillment.studio.cel.CelExpressions;
import org.junit.jupiter.api.Test;

/** How deep, and how often, flows may start each other. */
class SubflowLimitsTest {
  private static final BundleReader READER = new BundleReader();

  @Test
  void sixteenFlowsMayStartEachOtherOneInTheOther() {
    var bundle = READER.read("b.yaml", chain(16, 1));
    assertThat(PublishedProcess.of(bundle, new CelExpressions()).machines()).containsOnlyKeys("Main");
  }

  @Test
  void seventeenAreTooDeep() {
    assertThat(refused(chain(17, 1))).isEqualTo("b.yaml:5:11: The subflows of 'F1' start each other more than 16 flows deep. Let some of them be one flow.");
  }

  /** Two subflows in each of 16 flows are 65,000 flows in the end. */
  @Test
  void fewLinesDoNotMakeAProgramThatIsTooLong() {
    assertThat(refused(chain(16, 2))).contains("With all its subflows, this flow and those before it have more than 10000 elements and steps.");
  }

  private static String chain(int depth, int times) {
    String flows =
        IntStream.rangeClosed(1, depth)
            .mapToObj(
                i ->
                    "  - name: F%d\n    autolaunched: true\n    elements: [%s]\n"
                        .formatted(
                            i,
                            i == depth
                                ? "{ assign: { x: 1 } }"
                                : "{ subflow: F%d }, ".formatted(i + 1).repeat(times).replaceFirst(", $", "")))
            .collect(Collectors.joining());
    return """
        bundle: casebound/1
        process: { name: P, version: 1, label: P, queue: q, fulfillmentFlow: Main }
        queues: [ { name: q } ]
        flows:
        """
        + flows
        + "  - name: Main\n    elements: [{ subflow: F1 }]\n";
  }

  private static String refused(String text) {
    BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> READER.read("b.yaml", text));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems().get(0).toString();
  }
}
