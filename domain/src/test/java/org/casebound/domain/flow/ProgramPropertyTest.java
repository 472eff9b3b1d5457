package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.FulfillmentFlowDefinition.Autolaunched;

/** A flat program does what its tree of elements says: compared with a plain walk over the tree. */
class ProgramPropertyTest {
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void aFlatProgramDoesWhatItsTreeSays(
      @ForAll @Size(min = 60, max = 240) List<@IntRange(max = 1559) Integer> design,
      @ForAll @Size(max = 30) List<@IntRange(max = 1) Integer> answers) {
    RandomDefinitions random = new RandomDefinitions(new Choices(design));
    List<Element> elements = random.elements(3);
    Autolaunched[] flows = random.flows().toArray(Autolaunched[]::new);

    List<String> programmed = programmed(elements, flows, new Choices(answers));

    Statistics.collect(Math.min(programmed.size() / 3 * 3, 12) + " decisions or more");
    assertThat(programmed).isEqualTo(walked(elements, flows, new Choices(answers)));
  }

  private static List<String> programmed(List<Element> elements, Autolaunched[] flows, Choices answers) {
    RunningFlow flow = new RunningFlow(Definitions.straight(elements.toArray(Element[]::new)), flows);
    flow.request(RandomDefinitions.LATER, "HIGH");
    flow.on(new FlowEvent.Started());
    while (flow.state() == FlowState.IN_PROGRESS) {
      answer(flow, answers.next(2) == 0);
    }
    return flow.decisions(Decision.class).stream()
        .filter(decision -> !isBookkeeping(decision))
        .map(
            decision ->
                decision instanceof Decision.FaultTaken fault
                    ? "FaultTaken " + fault.code()
                    : RunningFlow.inShort(List.of(decision)).get(0))
        .toList();
  }

  private static void answer(RunningFlow flow, boolean well) {
    WaitingFor wait = flow.machine().waitsFor(flow.snapshot()).get(0);
    switch (wait.kind()) {
      case CALL, ACTION -> {
        if (well) {
          flow.done("straight", "reference", "R");
        } else {
          flow.refused("straight");
        }
      }
      case RECORDS ->
          flow.on(
              well
                  ? new FlowEvent.Answered("straight", List.of())
                  : new FlowEvent.CallFailed("straight", "NO", "the bank says no"));
      case EVENT -> flow.on(well ? new FlowEvent.EventArrived("paid", Map.of("sum", 5L)) : timer(flow));
      case TIME -> flow.on(timer(flow));
      default -> throw new AssertionError("waits for " + wait);
    }
  }

  private static FlowEvent timer(RunningFlow flow) {
    List<Decision> all = flow.decisions(Decision.class);
    for (int i = all.size() - 1; ; i--) {
      if (all.get(i) instanceof Decision.WaitBegun begun) {
        return new FlowEvent.TimerFired("straight", begun.element());
      } else if (all.get(i) instanceof Decision.EventAwaited awaited) {
        return new FlowEvent.TimerFired("straight", awaited.element());
      }
    }
  }

  private static boolean isBookkeeping(Decision decision) {
    String kind = decision.getClass().getSimpleName();
    return kind.startsWith("Flow") || kind.startsWith("Stage") || kind.equals("StepStarted") || kind.equals("StepKept");
  }

  private static List<String> walked(List<Element> elements, Autolaunched[] flows, Choices answers) {
    Map<String, Object> caseFacts = Map.of("status", "NEW", "subject", "Lost card", "priority", "MEDIUM");
    Map<String, Object> request = Map.of("cardId", "4711", RandomDefinitions.LATER, "HIGH");
    return new TreeWalk(Definitions.byName(flows), answers, caseFacts, request).walk(elements);
  }
}
