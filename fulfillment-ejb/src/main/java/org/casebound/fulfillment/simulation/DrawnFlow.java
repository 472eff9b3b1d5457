package org.casebound.fulfillment.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Orchestration;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.StepDefinition;

/**
 * A flow of a bundle as pictures draw it, and where its steps stand in the text.
 *
 * @param sketch what is drawn
 * @param place JSON pointer of the flow
 * @param steps names of its steps by JSON pointer; a flow without stages is one step, at its own place
 */
public record DrawnFlow(FlowSketch sketch, String place, Map<String, String> steps) {
  public DrawnFlow {
    steps = Map.copyOf(steps);
  }

  /** The flows that are drawn: that of the process first; none when people do all by hand. */
  static List<DrawnFlow> of(ProcessBundle bundle) {
    return FlowSketch.of(bundle).stream().map(sketch -> of(sketch, bundle.flows())).toList();
  }

  private static DrawnFlow of(FlowSketch sketch, List<FulfillmentFlowDefinition> flows) {
    int index = IntStream.range(0, flows.size()).filter(i -> flows.get(i).name().equals(sketch.flow().name())).findFirst().orElseThrow();
    String place = "/flows/" + index;
    return new DrawnFlow(sketch, place, flows.get(index) instanceof Orchestration staged ? steps(place, staged) : Map.of(place, sketch.flow().name()));
  }

  private static Map<String, String> steps(String place, Orchestration staged) {
    Map<String, String> steps = new LinkedHashMap<>();
    for (int stage = 0; stage < staged.stages().size(); stage++) {
      List<StepDefinition> ofStage = staged.stages().get(stage).steps();
      for (int step = 0; step < ofStage.size(); step++) {
        steps.put("%s/stages/%d/steps/%d".formatted(place, stage, step), ofStage.get(step).name());
      }
    }
    return steps;
  }
}
