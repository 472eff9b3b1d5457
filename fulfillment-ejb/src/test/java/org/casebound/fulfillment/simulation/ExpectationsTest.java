package org.casebound.fulfillment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebound.fulfillment.simulation.ScenarioResult.Missed;
import org.junit.jupiter.api.Test;

/** What a scenario expects is compared, and what it misses is named. */
class ExpectationsTest {
  private static final String FLOW =
      """
      flows:
        - name: Flow
          stages:
            - name: work
              steps:
                - { name: look, interactive: { queue: desk, outcomes: [good, bad] } }
              next:
                - { when: steps.look.outcome == 'good', goTo: book }
                - { goTo: end }
            - name: book
              steps:
                - name: send
                  background:
                    - call: Book
                      input: { lines: "[{'sku': 'a', 'count': 2}]", amount: request.amount }
                    - decide:
                        - when: request.amount > 100
                          then: [{ name: never, updateRequest: { reference: "'large'" } }]
                      otherwise: [{ updateRequest: { reference: "'small'" } }]
      integrations:
        - { name: Book, connector: 'java:/eis/Core', operation: POST /book, inputs: [lines, amount] }
      scenarios:
        - name: it
          request: { amount: 10 }
      """;

  private static ScenarioResult check(String expect) {
    var bundle = Stories.read(Stories.process(FLOW + expect.indent(4)));
    return Stories.SIMULATOR.check(bundle, bundle.scenarios().get(0));
  }

  private static List<String> pointers(ScenarioResult result) {
    return result.missed().stream().map(Missed::pointer).toList();
  }

  @Test
  void whatIsMetIsMet() {
    ScenarioResult result =
        check(
            """
            expect:
              end: FULFILLED
              passes: [look, send]
              calls: [{ call: Book, request: { amount: 10.0, lines: [{ sku: a }] } }]
              request: { reference: small, amount: 10.00 }
            """);
    assertThat(result.missed()).isEmpty();
    assertThat(result.passed()).isTrue();
  }

  @Test
  void eachMissHasItsPlaceAndSaysWhatCame() {
    ScenarioResult result =
        check(
            """
            work: [{ step: look, outcome: bad }]
            expect:
              end: REJECTED
              passes: [look, send]
              skips: [look]
              calls: [{ call: Book }]
              request: { reference: small }
              tells: [bob]
            """);
    assertThat(pointers(result))
        .containsExactly("/expect/end", "/expect/passes/1", "/expect/skips/0", "/expect/calls/0", "/expect/request/reference", "/expect/tells/0");
    assertThat(result.missed().get(0).message()).isEqualTo("It ends FULFILLED, not REJECTED.");
  }

  @Test
  void aCallWithOtherValuesIsShown() {
    ScenarioResult result = check("expect: { calls: [{ call: Book, request: { amount: 11 } }] }\n");
    assertThat(result.missed()).singleElement().extracting(Missed::message).asString().contains("not with {amount=11}").contains("amount=10");
  }

  @Test
  void callsMustComeInTheirOrder() {
    assertThat(pointers(check("expect: { calls: [{ call: Book }, { call: Book }] }\n"))).containsExactly("/expect/calls/1");
  }

  @Test
  void coverageNamesWhatNoScenarioGoesThrough() {
    Coverage coverage = Stories.SIMULATOR.checkAll(Stories.read(Stories.process(FLOW))).coverage();
    assertThat(coverage.steps().percent()).isEqualTo(100);
    assertThat(coverage.elements().missed()).containsExactly("Flow/send/never");
    assertThat(coverage.ways().missed()).containsExactly("Flow: work -> end");
    assertThat(coverage.ways().covered()).isEqualTo(2);
  }
}
