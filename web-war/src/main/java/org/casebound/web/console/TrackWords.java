package org.casebound.web.console;

import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Resolution;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.CaseView.StepView;

/** Where a request stands, said to its requester: no incidents, tries and connectors, which are not his to mend. */
final class TrackWords {
  private TrackWords() {}

  static String headline(CaseView view, Texts texts) {
    if (view.status() != CaseStatus.CLOSED) {
      return texts.of(isBegun(view) ? "track.underWay" : "track.waiting");
    }
    return texts.of("track.ended." + view.resolution().orElse(Resolution.FULFILLED).name());
  }

  static String explanation(CaseView view, Texts texts) {
    if (view.status() == CaseStatus.CLOSED) {
      return view.closeReason().orElse("").strip();
    }
    if (view.incidents().stream().anyMatch(incident -> incident.resolvedAt().isEmpty())) {
      return texts.of("track.looked");
    }
    Optional<StepView> step = current(view);
    if (step.isPresent()) {
      return texts.of(step.get().kind().equals("interactive") ? "track.person" : "track.system", step.get().label());
    }
    return texts.of("track.queue");
  }

  private static boolean isBegun(CaseView view) {
    return view.status() != CaseStatus.NEW || current(view).isPresent();
  }

  private static Optional<StepView> current(CaseView view) {
    return view.flows().stream()
        .flatMap(flow -> flow.stages().stream())
        .flatMap(stage -> stage.steps().stream())
        .filter(step -> step.state() != StepState.NOT_STARTED && !step.state().ended())
        .findFirst();
  }
}
