package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.casebound.fulfillment.simulation.SuiteResult;

/** What a process owner does next on the way from a draft to the first case; the page of the process says it at its top. */
@Named
@ViewScoped
public class NextStep implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is next. */
  public enum Step {
    /** Mend what is wrong. */
    MEND(1),
    /** Play the scenarios that the process keeps. */
    PLAY(2),
    /** Try it with sample data; it keeps no scenario. */
    TRY(2),
    /** See why a scenario was missed. */
    LOOK(2),
    PUBLISH(3),
    /** Wait until a version comes into force. */
    COMING(3),
    /** Ask a second person to publish it. */
    HAND_IN(3),
    /** The second person's turn. */
    WAIT(3),
    FILE(4),
    /** Ask somebody whose role files requests. */
    ASK(4),
    /** No version can be requested, and nobody writes one. */
    BEGIN(1);

    private final int part;

    Step(int part) {
      this.part = part;
    }

    /** Part of the way, 1 to 4: write, simulate, publish, file. */
    public int part() {
      return part;
    }
  }

  @Inject private ProcessPage page;
  @Inject private SimulationPanel simulation;
  @Inject private ActivationPanel activations;
  @Inject private Visitor visitor;

  /** What is next. */
  public Step getStep() {
    if (page.getDraft() == null) {
      return withoutDraft();
    }
    if (!page.getDraft().problems().isEmpty()) {
      return Step.MEND;
    }
    if (page.getDraft().review().handedInBy().isPresent()) {
      return page.isMayPublish() ? Step.PUBLISH : Step.WAIT;
    }
    SuiteResult suite = simulation.getSuite();
    if (suite != null && suite.passed() < suite.results().size()) {
      return Step.LOOK;
    }
    if (suite == null && simulation.getView() == null) {
      return simulation.getKept().isEmpty() ? Step.TRY : Step.PLAY;
    }
    return page.isMayPublish() ? Step.PUBLISH : Step.HAND_IN;
  }

  private Step withoutDraft() {
    if (activations.isWaiting()) {
      return Step.COMING;
    }
    if (!page.isActive()) {
      return Step.BEGIN;
    }
    return visitor.isMayRequest() ? Step.FILE : Step.ASK;
  }
}
