package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.outline.OutlineLine;
import org.casebound.fulfillment.simulation.DrawnFlow;
import org.casebound.fulfillment.simulation.Simulations;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.web.console.flow.FlowPainter;
import org.casebound.web.console.flow.FlowPicture;
import org.jspecify.annotations.Nullable;

/** The drawn picture of the flow that is worked on in the outline. A draft with mistakes has none. */
@Named
@RequestScoped
public class OutlinePicture {
  @Inject private OutlinePage page;
  @Inject private Simulations simulations;

  private @Nullable List<DrawnFlow> flows;
  private @Nullable List<FlowPicture> pictures;

  private List<DrawnFlow> flows() {
    if (flows == null) {
      try {
        flows = page.getProblems() > 0 ? List.of() : simulations.drawn(page.getName(), Optional.of(page.text()));
      } catch (BundleRefused mistakes) {
        flows = List.of();
      }
    }
    return flows;
  }

  /** The flow in which the chosen line lies, else that of the process; nothing when there is none to be drawn. */
  public @Nullable DrawnFlow getFlow() {
    return flows().stream()
        .filter(flow -> (page.getAt() + "/").startsWith(flow.place() + "/"))
        .findFirst()
        .or(() -> flows().stream().findFirst())
        .orElse(null);
  }

  /** Its picture. */
  public List<FlowPicture> getPictures() {
    if (pictures == null) {
      DrawnFlow flow = getFlow();
      pictures = flow == null ? List.of() : List.of(FlowPainter.paint(flow.sketch().plan(), flow.sketch().flow()));
    }
    return pictures;
  }

  /** What the picture calls the step of this line; nothing when the line is no step of it. */
  public @Nullable String anchor(OutlineLine line) {
    DrawnFlow flow = getFlow();
    String step = flow == null ? null : flow.steps().get(line.pointer());
    return flow == null || step == null ? null : "step-%d-%s".formatted(flow.sketch().flow().id(), step);
  }
}
