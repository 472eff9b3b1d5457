package org.casebound.web.console.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.StageView;
import org.casebound.fulfillment.desk.CaseView.StepView;
import org.casebound.fulfillment.desk.FlowPlan;
import org.casebound.fulfillment.desk.FlowPlan.StagePlan;
import org.casebound.fulfillment.desk.FlowPlan.StepPlan;
import org.casebound.web.console.flow.FlowPicture.Box;
import org.casebound.web.console.flow.FlowPicture.Line;
import org.junit.jupiter.api.Test;

class FlowPainterTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final FlowPlan plan =
      new FlowPlan(
          7,
          List.of(
              new StagePlan("check", List.of("bank", "refuse"), false, List.of(new StepPlan("look", List.of()), new StepPlan("agree", List.of("look")))),
              new StagePlan("bank", List.of(), true, List.of(new StepPlan("call", List.of()))),
              new StagePlan("refuse", List.of("check"), true, List.of(new StepPlan("close", List.of())))),
          List.of());

  @Test
  void everyStepLiesInsideItsStageAndNoTwoOverlap() {
    FlowPicture picture = FlowPainter.paint(plan, flow(FlowState.IN_PROGRESS, StepState.WAITING));
    assertThat(picture.steps()).extracting(Box::name).containsExactly("look", "agree", "call", "close");
    Box check = picture.stages().get(0);
    assertThat(picture.steps().subList(0, 2)).allMatch(step -> inside(step, check));
    for (Box one : picture.steps()) {
      assertThat(picture.steps()).filteredOn(other -> other != one).noneMatch(other -> overlap(one, other));
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(picture.width());
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(picture.height());
    }
  }

  @Test
  void stagesStandInTheOrderOfTheFlowAlsoWhenItMayGoBack() {
    FlowPicture picture = FlowPainter.paint(plan, flow(FlowState.IN_PROGRESS, StepState.WAITING));
    assertThat(picture.stages().get(0).x()).isLessThan(picture.stages().get(1).x()).isLessThan(picture.stages().get(2).x());
    assertThat(picture.ends().get(0).x()).isLessThan(picture.stages().get(0).x());
    assertThat(picture.ends().get(1).x()).isGreaterThan(picture.stages().get(2).x());
  }

  @Test
  void onlyTheWayThatWasGoneIsDrawnAsTaken() {
    FlowPicture picture = FlowPainter.paint(plan, flow(FlowState.IN_PROGRESS, StepState.WAITING));
    assertThat(picture.lines()).hasSize(7).allMatch(line -> line.path().startsWith("M"));
    assertThat(picture.lines()).filteredOn(Line::taken).hasSize(3);
    assertThat(picture.steps()).extracting(Box::state).containsExactly(NodeState.DONE, NodeState.DONE, NodeState.WAITING, NodeState.AHEAD);
  }

  @Test
  void aBranchThatWasNotTakenIsSkippedWhenTheFlowHasEnded() {
    FlowPicture picture = FlowPainter.paint(plan, flow(FlowState.COMPLETED, StepState.COMPLETED));
    assertThat(picture.steps().get(3).state()).isEqualTo(NodeState.SKIPPED);
    assertThat(picture.ends()).allMatch(FlowPicture.Dot::reached);
    assertThat(picture.lines()).filteredOn(Line::taken).hasSize(4);
  }

  @Test
  void aLongLabelIsBrokenIntoLinesThatFit() {
    assertThat(FlowPainter.broken("Update the address in core banking")).containsExactly("Update the address", "in core banking");
    assertThat(FlowPainter.broken("Donaudampfschifffahrtsgesellschaft")).containsExactly("Donaudampfschifffah…");
    assertThat(FlowPainter.broken("one two three four five six seven eight nine ten eleven twelve thirteen fourteen")).hasSize(3).last().asString().endsWith("…");
  }

  private static FlowView flow(FlowState state, StepState call) {
    boolean ended = call == StepState.COMPLETED;
    return new FlowView(
        7,
        "flow",
        "Flow",
        state,
        NOON,
        Optional.empty(),
        List.of(
            new StageView("check", "Check", StageState.COMPLETED, List.of(step("look", StepState.COMPLETED), step("agree", StepState.COMPLETED))),
            new StageView("bank", "Core banking", ended ? StageState.COMPLETED : StageState.IN_PROGRESS, List.of(step("call", call))),
            new StageView("refuse", "Rejection", StageState.NOT_STARTED, List.of(step("close", StepState.NOT_STARTED)))));
  }

  private static StepView step(String name, StepState state) {
    return new StepView(
        name, name, "background", state, Optional.empty(), "", state == StepState.NOT_STARTED ? Optional.empty() : Optional.of(NOON), Optional.empty(),
        Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  private static boolean inside(Box inner, Box outer) {
    return inner.x() >= outer.x() && inner.y() >= outer.y() && inner.x() + inner.width() <= outer.x() + outer.width()
        && inner.y() + inner.height() <= outer.y() + outer.height();
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.x() + other.width() && other.x() < one.x() + one.width() && one.y() < other.y() + other.height() && other.y() < one.y() + one.height();
  }
}
