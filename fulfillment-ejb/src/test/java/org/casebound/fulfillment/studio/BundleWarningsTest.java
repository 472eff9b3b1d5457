package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.casebound.fulfillment.studio.BundleWarnings.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bundle may say but hardly means is told with its place, and can be published all the same. */
class BundleWarningsTest {
  private static final String TEXT =
      """
      bundle: casebound/1
      process: { name: P, version: 1, label: P, queue: desk, fulfillmentFlow: F }
      queues: [ { name: desk } ]
      flows:
        - name: F
          stages:
            - name: desk
              steps:
                - name: one
                  interactive: { queue: desk, assignee: "'user:boss'", outcomes: [done, again] }
                - name: two
                  after: one
                  interactive: { queue: desk, outcomes: [done, again] }
              next:
                - { when: steps.one.outcome == 'again', goTo: desk }
                - { goTo: end }
      """;

  @Test
  void aLoopWithoutALimitIsTold() {
    assertThat(of(TEXT, List.of())).singleElement().satisfies(warning -> {
      assertThat(warning.message()).isEqualTo("Stage 'desk' may come again, and nothing says how often: after 100 times the flow stops with an incident.");
      assertThat(warning.line()).isEqualTo(7);
    });
    assertThat(of(TEXT.replace("- name: desk\n", "- name: desk\n        maxEntries: 3\n"), List.of())).isEmpty();
    assertThat(of(TEXT.replace("goTo: desk", "goTo: end"), List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notRequester: true, assignee: \"'user:' + case.requester\" | the requester alone, who may not work it",
        "quorum: { people: 2, outcome: done }, assignee: \"'user:boss'\" | it needs several people, and is offered to one",
        "notSameAs: one, assignee: \"'user:boss'\" | offered to the one who works 'one'"
      })
  void aStepThatNobodyMayDoIsTold(String said, String warned) {
    String text = TEXT.replace("goTo: desk", "goTo: end").replace("{ queue: desk, outcomes: [done, again] }", "{ queue: desk, outcomes: [done, again], " + said + " }");
    assertThat(of(text, List.of())).singleElement().satisfies(warning -> {
      assertThat(warning.message()).startsWith("Nobody can do this step: ").contains(warned);
      assertThat(text.lines().skip(warning.line() - 1L).findFirst().orElseThrow().substring(warning.column() - 1)).startsWith("\"'user:");
    });
    assertThat(of(text.replace("'user:", "'group:"), List.of())).isEmpty();
  }

  @Test
  void personalDataThatGoToAnIntegrationWithoutClearanceAreToldOnce() {
    String text =
        """
        bundle: casebound/1
        process:
          name: P
          version: 1
          label: P
          queue: desk
          fulfillmentFlow: F
          attributes:
            - { name: card, type: Text, sensitivity: PERSONAL }
            - { name: pin, type: Text, sensitivity: SECRET }
            - { name: wish, type: Text, sensitivity: INTERNAL }
        queues: [ { name: desk } ]
        flows:
          - name: F
            elements:
              - assign: { kept: request.card }
              - { call: Bank, input: { value: vars.kept } }
              - { call: Bank, input: { value: request.pin } }
              - { call: Shop, input: { value: request.wish } }
        integrations:
          - { name: Bank, connector: 'java:/eis/Bank', operation: POST /x, inputs: [value] }
          - { name: Shop, connector: 'java:/eis/Shop', operation: POST /x, inputs: [value] }
        """;
    assertThat(of(text, List.of())).singleElement().satisfies(warning -> {
      assertThat(warning.message()).isEqualTo("'Bank' gets 'request.pin', which is SECRET, and nothing says that it is cleared for that.");
      assertThat(warning.mend()).isEqualTo("Say 'clearance: SECRET' here if the back office may have it, or leave it out.");
      assertThat(warning.pointer()).isEqualTo("/integrations/0/name");
      assertThat(warning.line()).isEqualTo(21);
    });
    assertThat(of(text.replace("{ call: Bank, input: { value: request.pin } }", "{ call: Bank, input: { value: request.wish } }"), List.of()))
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("'vars.kept', which is PERSONAL"));
    assertThat(of(text.replace("Bank', operation: POST /x", "Bank', clearance: SECRET, operation: POST /x"), List.of())).isEmpty();
  }

  @Test
  void whatIsNotAsItShouldBeOutsideIsToldWhereItIsNamed() {
    String text = TEXT.replace("goTo: desk", "goTo: end");
    List<BundleProblem> told = of(text, List.of(new Named("queues", Set.of("name"), "desk", "It is new here."), new Named("queues", Set.of("name"), "other", "Not named.")));
    assertThat(told).singleElement().satisfies(warning -> {
      assertThat(warning.message()).isEqualTo("It is new here.");
      assertThat(warning.line()).isEqualTo(3);
      assertThat(warning.pointer()).isEqualTo("/queues/0/name");
    });
  }

  private static List<BundleProblem> of(String text, List<Named> outside) {
    new BundleReader().read("b.yaml", text);
    return BundleWarnings.of("b.yaml", text, outside);
  }
}
