package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.ActivationState;
import org.casebound.fulfillment.library.ActivationDesk;
import org.casebound.fulfillment.library.ActivationLine;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** When versions of the process that a page is about come into force: what is planned, what became of earlier plans, and the times that are entered. */
@Named
@RequestScoped
public class ActivationPanel {
  @Inject private ActivationDesk desk;
  @Inject private ProcessLibrary library;
  @Inject private VisitorZone zone;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private String publishAt = "";
  private String activateAt = "";
  private String reason = "";
  private @Nullable List<ActivationLine> plans;

  /** Reads what is planned, before the page is written. */
  public void open() {
    getPlans();
  }

  /** The newest plans, the newest first. */
  public List<ActivationLine> getPlans() {
    if (plans == null) {
      plans = notices.read(() -> desk.of(name())).orElse(List.of());
    }
    return plans;
  }

  /** The plan that is open; nothing when none is. */
  public @Nullable ActivationLine getPlan() {
    return getPlans().stream().filter(each -> each.endedAt().isEmpty()).findFirst().orElse(null);
  }

  /** Whether a version waits for its time. */
  public boolean isWaiting() {
    return getPlans().stream().anyMatch(each -> each.state() == ActivationState.WAITING);
  }

  /** Tone of what became of a plan. */
  public String tone(ActivationLine plan) {
    return switch (plan.state()) {
      case WAITING -> "info";
      case DONE -> "good";
      case CALLED_OFF -> "";
      case REFUSED -> "bad";
    };
  }

  /** The version does not come into force at its time. */
  public void callOff() {
    decide(() -> desk.callOff(name(), reason.strip()), "activation.calledOff");
  }

  /** The version that could not come into force then does so now. */
  public void retry() {
    ActivationLine refused = getPlan();
    if (refused != null) {
      decide(() -> library.activate(name(), refused.version(), reason.strip(), Set.of()), "studio.changed");
    }
  }

  private void decide(Runnable command, String done) {
    if (reason.isBlank()) {
      notices.problem(texts.of("studio.reasonMissing"));
    } else if (notices.runs(command)) {
      notices.success(texts.of(done));
      Address.of("/process/" + name()).go();
    }
    plans = null;
  }

  /** Publishes a draft, at once or from the time that is entered on. */
  void publish(String process, int read) {
    moment(publishAt).ifPresentOrElse(at -> desk.publish(process, read, at), () -> library.publish(process, read));
  }

  /** What is said when that was done. */
  String published() {
    return moment(publishAt)
        .map(at -> texts.of("activation.published", zone.words(at, texts.locale())))
        .orElseGet(() -> texts.of("studio.publishedNow"));
  }

  /** Activates a version, at once or from the time that is entered on. */
  void activate(String process, int version, String why, Set<String> newQueues) {
    moment(activateAt)
        .ifPresentOrElse(at -> desk.schedule(process, version, at, why, newQueues), () -> library.activate(process, version, why, newQueues));
  }

  private Optional<Instant> moment(String entered) {
    return Optional.of(entered.strip()).filter(text -> !text.isEmpty()).map(zone::moment);
  }

  private String name() {
    return path == null ? "" : path;
  }

  public String getPublishAt() {
    return publishAt;
  }

  public void setPublishAt(@Nullable String publishAt) {
    this.publishAt = publishAt == null ? "" : publishAt;
  }

  public String getActivateAt() {
    return activateAt;
  }

  public void setActivateAt(@Nullable String activateAt) {
    this.activateAt = activateAt == null ? "" : activateAt;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
