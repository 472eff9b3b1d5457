package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.FlowPlan;
import org.casebound.fulfillment.desk.FlowPlans;
import org.casebound.web.console.flow.FlowPainter;
import org.casebound.web.console.flow.FlowPicture;

/** The part of the case page that draws flows and says what the case waits for. */
@Named
@RequestScoped
public class CaseFlow {
  @Inject private FlowPlans plans;
  @Inject private CasePage page;
  @Inject private Texts texts;

  private final Map<FlowView, List<FlowPicture>> painted = new HashMap<>();
  private Optional<List<FlowPlan>> read = Optional.empty();

  private List<FlowPlan> plans() {
    if (read.isEmpty()) {
      read = Optional.of(page.getView().flows().isEmpty() ? List.of() : plans.ofCase(page.getView().number()));
    }
    return read.get();
  }

  /** What the case waits for. */
  public List<StatusLine> getStatus() {
    return StatusLine.of(page.getView(), plans(), texts);
  }

  /** Labels one after the other. */
  public String list(List<String> labels) {
    return String.join(", ", labels);
  }

  /** The picture of one flow; none when the flow began a moment ago and was not read yet. */
  public List<FlowPicture> pictures(FlowView flow) {
    return painted.computeIfAbsent(
        flow, shown -> plans().stream().filter(plan -> plan.flowId() == shown.id()).map(plan -> FlowPainter.paint(plan, shown)).toList());
  }
}
