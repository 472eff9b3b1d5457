package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.casebound.fulfillment.desk.CaseOversight;
import org.jspecify.annotations.Nullable;

/** The part of the case page that stops and starts promised times and reopens the case. */
@Named
@ViewScoped
public class CaseSteering implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CaseOversight oversight;
  @Inject private CasePage page;
  @Inject private Texts texts;

  private String pauseReason = "";
  private String pauseProblem = "";
  private String reopenReason = "";
  private String reopenProblem = "";

  /** Stops the clocks of the promised times. */
  public void pause() {
    pauseProblem = pauseReason.isBlank() ? texts.of("milestone.reasonMissing") : "";
    if (pauseProblem.isEmpty()) {
      page.change(() -> oversight.pause(page.getView().number(), pauseReason.strip()), "milestone.paused");
    }
  }

  /** Starts them again. */
  public void resume() {
    page.change(() -> oversight.resume(page.getView().number()), "milestone.resumed");
  }

  /** Reopens the closed case. */
  public void reopen() {
    reopenProblem = reopenReason.isBlank() ? texts.of("case.reopenReasonMissing") : "";
    if (reopenProblem.isEmpty()) {
      page.change(
          () -> oversight.reopen(page.getView().number(), reopenReason.strip(), page.getView().version()), "case.reopened");
    }
  }

  public String getPauseReason() {
    return pauseReason;
  }

  public void setPauseReason(@Nullable String pauseReason) {
    this.pauseReason = pauseReason == null ? "" : pauseReason;
  }

  public String getPauseProblem() {
    return pauseProblem;
  }

  public String getReopenReason() {
    return reopenReason;
  }

  public void setReopenReason(@Nullable String reopenReason) {
    this.reopenReason = reopenReason == null ? "" : reopenReason;
  }

  public String getReopenProblem() {
    return reopenProblem;
  }
}
