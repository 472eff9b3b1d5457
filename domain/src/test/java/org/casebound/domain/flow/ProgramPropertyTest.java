package org.casebound.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.casebound.domain.definition.Element;

/** A flat program does what its tree of elements says: compared with a plain walk over the tree. */
class ProgramPropertyTest {
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void aFlatProgramDoesWhatItsTreeSays(
      @ForAll @Size(max = 60) List<@IntRange(max = 119) Integer> design,
      @ForAll @Size(max = 20) List<@IntRange(max = 1) Integer> answers) {
    List<Element> elements = new RandomDefinitions(new Choices(design)).elements(3);

    assertThat(programmed(elements, new Choices(answers))).isEqualTo(walked(elements, new Choices(answers)));
  }

  private static List<String> programmed(List<Element> elements, Choices answers) {
    RunningFlow flow = new RunningFlow(Definitions.straight(elements.toArray(Element[]::new)));
    flow.request(RandomDefinitions.LATER, "HIGH");
    flow.on(new FlowEvent.Started());
    while (flow.state() == FlowState.IN_PROGRESS) {
      if (answers.next(2) == 0) {
        flow.done("straight");
      } else {
        flow.refused("straight");
      }
    }
    return flow.decisions(Decision.class).stream()
        .filter(decision -> !isBookkeeping(decision))
        .map(decision -> RunningFlow.inShort(List.of(decision)).get(0))
        .toList();
  }

  private static boolean isBookkeeping(Decision decision) {
    String kind = decision.getClass().getSimpleName();
    return kind.startsWith("Flow") || kind.startsWith("Stage") || kind.equals("StepStarted") || kind.equals("StepKept");
  }

  private static List<String> walked(List<Element> elements, Choices answers) {
    Walk walk = new Walk(answers);
    if (walk.all(elements) || walk.closed) {
      walk.log.add("StepCompleted straight");
    }
    return walk.log;
  }

  private static final class Walk {
    private final List<String> log = new ArrayList<>();
    private final Choices answers;
    private String subject = "Lost card";
    private boolean closed;

    Walk(Choices answers) {
      this.answers = answers;
    }

    /** False when the rest must not run. */
    boolean all(List<Element> elements) {
      return elements.stream().allMatch(this::one);
    }

    private boolean one(Element element) {
      if (element instanceof Element.Guarded guarded) {
        return call(guarded.element(), guarded.onFault());
      } else if (element instanceof Element.CallIntegration call) {
        return call(call, List.of());
      } else if (element instanceof Element.Decide decide) {
        Element.Rule rule = decide.rules().get(0);
        return all(rule.when().equals("true") || subject.equals("e1") ? rule.then() : decide.otherwise());
      } else if (element instanceof Element.CloseCase) {
        closed = true;
        log.add("CaseClosed FULFILLED " + subject);
        return false;
      } else if (element instanceof Element.Assign assign) {
        Map<String, String> known = Map.of("case.subject", subject, "request.later", "HIGH", "1", "1");
        log.add("VariableSet %s=%s".formatted(assign.variable(), known.get(assign.value())));
      } else if (element instanceof Element.UpdateCase update) {
        subject = update.values().containsKey("subject") ? update.name() : subject;
        log.add("CaseUpdated");
      } else {
        log.add("RequestUpdated");
      }
      return true;
    }

    private boolean call(Element call, List<Element> onFault) {
      log.add("CallPlaced straight " + call.name());
      if (answers.next(2) == 0) {
        return true;
      } else if (onFault.isEmpty()) {
        log.add("StepFailed straight NO");
        return false;
      }
      log.add("FaultTaken");
      return all(onFault);
    }
  }
}
