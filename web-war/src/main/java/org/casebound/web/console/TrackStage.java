package org.casebound.web.console;

import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.flow.StageState;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.CaseView.StageView;

/**
 * One part of the way that a request goes.
 *
 * @param state {@code done}, {@code current} or {@code ahead}
 */
public record TrackStage(String label, State state) {
  /** How far the request is with it. */
  public enum State {
    DONE("pi-check"),
    CURRENT("pi-play-circle"),
    AHEAD("pi-circle");

    private final String icon;

    State(String icon) {
      this.icon = icon;
    }

    /** Icon of the state. */
    public String icon() {
      return icon;
    }
  }

  /** Received, the stages that were gone through or may still come, and the end. Branches that were not taken are left out. */
  static List<TrackStage> of(CaseView view, Texts texts) {
    boolean closed = view.status() == CaseStatus.CLOSED;
    List<TrackStage> way = new ArrayList<>();
    way.add(new TrackStage(texts.of("track.received"), State.DONE));
    List<StageView> stages = view.flows().isEmpty() ? List.of() : view.flows().get(0).stages();
    if (stages.size() > 1) {
      int reached = reached(stages);
      for (int at = 0; at < stages.size(); at++) {
        State state = closed && stages.get(at).state() != StageState.NOT_STARTED ? State.DONE : state(stages.get(at).state());
        if (state != State.AHEAD || !closed && at == reached + 1) {
          way.add(new TrackStage(stages.get(at).label(), state));
        }
      }
    } else {
      way.add(new TrackStage(texts.of("track.worked"), closed ? State.DONE : State.CURRENT));
    }
    way.add(new TrackStage(texts.of("track.done"), closed ? State.DONE : State.AHEAD));
    return List.copyOf(way);
  }

  private static int reached(List<StageView> stages) {
    int reached = -1;
    for (int at = 0; at < stages.size(); at++) {
      reached = stages.get(at).state() == StageState.NOT_STARTED ? reached : at;
    }
    return reached;
  }

  private static State state(StageState state) {
    return switch (state) {
      case NOT_STARTED -> State.AHEAD;
      case COMPLETED, CANCELED, DISCONTINUED -> State.DONE;
      default -> State.CURRENT;
    };
  }
}
