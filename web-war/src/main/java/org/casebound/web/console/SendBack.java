package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.StageView;
import org.casebound.fulfillment.desk.CaseView.StepView;
import org.casebound.fulfillment.desk.FlowDesk;
import org.jspecify.annotations.Nullable;

/**
 * The part of the case page with which operators send a flow back to a stage that it was in. What that would do is named before; if it is
 * something else when they agree, they are asked again.
 */
@Named
@ViewScoped
public class SendBack implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FlowDesk flows;
  @Inject private FlowSteering steering;
  @Inject private CasePage page;

  private @Nullable Consequences asked;
  private boolean changed;

  /**
   * What sending a flow back would do.
   *
   * @param label what people call the stage
   * @param again steps that are done again
   * @param withdrawn open work that nobody needs any more
   * @param stopped other steps that are under way
   */
  public record Consequences(long flow, String stage, String label, List<String> again, List<String> withdrawn, List<String> stopped) implements Serializable {}

  /** Shows what sending it back to this stage would do. */
  public void ask(long flow, String stage) {
    page.open();
    changed = false;
    asked = consequences(flow, stage).orElse(null);
  }

  /** Does it, if it is still what was shown. */
  public void agree() {
    page.open();
    Consequences seen = asked;
    if (seen == null) {
      return;
    }
    asked = consequences(seen.flow(), seen.stage()).orElse(null);
    changed = !seen.equals(asked);
    if (!changed) {
      steering.command(() -> flows.sendBack(seen.flow(), seen.stage(), steering.getReason().strip()), "back.done");
    }
  }

  /** Leaves the flow where it is. */
  public void leave() {
    asked = null;
    changed = false;
  }

  /** The flows that can be sent back; a straight-through one has no stages to choose from. */
  public List<FlowView> getFlows() {
    return page.getView().flows().stream().filter(flow -> flow.stages().size() > 1 && moves(flow) && !stages(flow).isEmpty()).toList();
  }

  /** The stages that it was in. */
  public List<StageView> stages(FlowView flow) {
    return flow.stages().stream().filter(stage -> stage.state() != StageState.NOT_STARTED).toList();
  }

  private static boolean moves(FlowView flow) {
    return flow.state() == FlowState.IN_PROGRESS || flow.state() == FlowState.ERROR;
  }

  private Optional<Consequences> consequences(long id, String name) {
    return getFlows().stream()
        .filter(flow -> flow.id() == id)
        .flatMap(flow -> stages(flow).stream().filter(stage -> stage.name().equals(name)).map(stage -> consequences(flow, stage)))
        .findFirst();
  }

  private static Consequences consequences(FlowView flow, StageView to) {
    List<StepView> open = flow.stages().stream().flatMap(stage -> stage.steps().stream()).filter(SendBack::isOpen).toList();
    return new Consequences(
        flow.id(),
        to.name(),
        to.label(),
        to.steps().stream().map(StepView::label).toList(),
        open.stream().filter(step -> step.workItemId().isPresent()).map(StepView::label).toList(),
        open.stream().filter(step -> step.workItemId().isEmpty()).map(StepView::label).toList());
  }

  private static boolean isOpen(StepView step) {
    return !step.state().ended() && step.state() != StepState.NOT_STARTED;
  }

  /** What was asked about; empty when nothing was. */
  public Optional<Consequences> getAsked() {
    return Optional.ofNullable(asked);
  }

  /** Whether it would do something else than was shown before. */
  public boolean isChanged() {
    return changed;
  }
}
