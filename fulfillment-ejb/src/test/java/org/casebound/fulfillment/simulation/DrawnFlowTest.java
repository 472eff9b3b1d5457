package org.casebound.fulfillment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnFlowTest {
  private static final String FLOWS =
      """
      flows:
        - { name: Later, trigger: { record: Case, when: updated }, elements: [{ closeCase: FULFILLED, reason: "'Done'" }] }
        - name: Flow
          stages:
            - { name: one, steps: [{ name: look, interactive: { queue: desk, outcomes: [fine] } }, { name: note, background: [{ assign: { x: 1 } }] }] }
            - { name: two, steps: [{ name: end, background: [{ closeCase: FULFILLED, reason: "'Done'" }] }] }
      """;

  @Test
  void stepsOfStagesKnowTheirPlaces() {
    List<DrawnFlow> drawn = DrawnFlow.of(Stories.read(Stories.process(FLOWS)));
    assertThat(drawn).extracting(DrawnFlow::place).containsExactly("/flows/1");
    assertThat(drawn.get(0).steps())
        .containsOnly(
            entry("/flows/1/stages/0/steps/0", "look"), entry("/flows/1/stages/0/steps/1", "note"), entry("/flows/1/stages/1/steps/0", "end"));
  }

  @Test
  void aFlowWithoutStagesIsOneStepAtItsOwnPlace() {
    String yaml = Stories.process(FLOWS).replace("fulfillmentFlow: Flow", "fulfillmentFlow: Later");
    assertThat(DrawnFlow.of(Stories.read(yaml)))
        .extracting(DrawnFlow::place, flow -> flow.steps().get("/flows/0"))
        .containsExactly(tuple("/flows/0", "Later"), tuple("/flows/1", null));
  }
}
