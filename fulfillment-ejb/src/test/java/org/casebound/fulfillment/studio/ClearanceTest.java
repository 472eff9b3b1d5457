package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No call gives a back office what it is not cleared for, on whatever way the value comes there. */
class ClearanceTest {
  private static final String TEXT =
      """
      bundle: casebound/1
      process:
        name: P
        version: 1
        label: P
        queue: q
        fulfillmentFlow: F
        attributes:
          - { name: plain, type: Text }
          - { name: cardId, type: Text, sensitivity: PERSONAL }
          - { name: pin, type: Text, sensitivity: SECRET }
      queues: [ { name: q } ]
      flows:
        - name: F
          stages:
            - name: s
              steps:
                - name: look
                  interactive:
                    queue: q
                    outcomes: [done]
                    fields: [ { name: income, type: Text, sensitivity: PERSONAL }, { name: open, type: Text } ]
                - name: work
                  after: look
                  background:
                    - assign: { kept: request.cardId }
                    - assign: { open: request.plain }
                    - forEach: "[request.cardId]"
                      item: each
                      do: [ { assign: { last: vars.each } } ]
                    - subflow: Inner
                      input: { given: vars.kept }
                      output: { back: answer }
                    - call: Bank
                      input: { value: SENT }
        - name: Inner
          autolaunched: true
          variables: [ { name: given, type: Text, input: true }, { name: answer, type: Text, output: true } ]
          elements: [ { assign: { answer: vars.given } } ]
      integrations:
        - { name: Bank, connector: 'java:/eis/Bank', operation: POST /x, inputs: [value], clearance: CLEARED }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "request.cardId | INTERNAL | request.cardId | PERSONAL",
        "request.pin | PERSONAL | request.pin | SECRET",
        "request.plain | PUBLIC | request.plain | INTERNAL",
        "\"'x' + request.cardId\" | INTERNAL | request.cardId | PERSONAL",
        "\"[request.plain, request.pin]\" | PERSONAL | request.pin | SECRET",
        "\"{'a': request.cardId}\" | INTERNAL | request.cardId | PERSONAL",
        "\"[1].map(i, request.cardId)\" | INTERNAL | request.cardId | PERSONAL",
        "\"request.plain == 'a' ? request.cardId : ''\" | INTERNAL | request.cardId | PERSONAL",
        "steps.look.data.income | INTERNAL | steps.look.data.income | PERSONAL",
        "vars.kept | INTERNAL | vars.kept | PERSONAL",
        "vars.last | INTERNAL | vars.last | PERSONAL",
        "vars.back | INTERNAL | vars.back | PERSONAL",
      })
  void aValueThatIsMoreSensitiveIsAMistakeWithItsPlace(String sent, String clearance, String name, String sensitivity) {
    String text = text(sent, clearance);
    List<BundleProblem> problems = catchThrowableOfType(BundleRefused.class, () -> new BundleReader().read("b.yaml", text)).problems();
    assertThat(problems).hasSize(1);
    BundleProblem problem = problems.get(0);
    assertThat(problem.message()).isEqualTo("'%s' is %s, but 'Bank' is cleared for %s only.", name, sensitivity, clearance);
    assertThat(problem.mend()).contains("clearance: " + sensitivity);
    String line = text.lines().skip(problem.line() - 1L).findFirst().orElseThrow();
    assertThat(line.substring(problem.column() - 1)).startsWith(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "request.cardId | PERSONAL", "request.pin | SECRET", "request.plain | INTERNAL", "vars.open | INTERNAL", "steps.look.data.open | INTERNAL",
        "has(request.cardId) | PUBLIC", "case.number | PUBLIC", "\"'nothing'\" | PUBLIC"
      })
  void whatItIsClearedForMayGoOut(String sent, String clearance) {
    assertThat(new BundleReader().read("b.yaml", text(sent, clearance)).integrations().get(0).clearance()).map(Enum::name).contains(clearance);
  }

  @Test
  void withoutAClearanceNothingIsChecked() {
    assertThat(new BundleReader().read("b.yaml", text("request.pin", "SECRET").replace(", clearance: SECRET", "")).integrations().get(0).clearance()).isEmpty();
  }

  /** Each value goes on to the one before it in the text: the worst order there is. */
  @Test
  void aLongWayCostsLittle() {
    String assigns =
        IntStream.range(0, 190).mapToObj(i -> "- assign: { v%d: vars.v%d }\n              ".formatted(i, i + 1)).collect(Collectors.joining())
            + "- assign: { v190: request.cardId }\n              - assign: { kept: request.cardId }";
    String text = text("vars.v0", "INTERNAL").replace("- assign: { kept: request.cardId }", assigns);
    List<BundleProblem> problems =
        assertTimeout(
            Duration.ofSeconds(20), () -> catchThrowableOfType(BundleRefused.class, () -> new BundleReader().read("b.yaml", text)).problems());
    assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.message()).contains("'vars.v0' is PERSONAL"));
  }

  private static String text(String sent, String clearance) {
    return TEXT.replace("SENT", sent).replace("CLEARED", clearance);
  }
}
