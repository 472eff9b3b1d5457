package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.shared.Resolution;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseView;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One case: where it stands, what was asked, what happened; taken, given back and closed here when it has no flow. */
@Named
@ViewScoped
public class CasePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CaseDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private RequestFacts requests;
  @Inject private Visitor visitor;
  @Inject @Param(pathIndex = 0) private @Nullable String path;
  @Inject @Param private @Nullable String timeline;

  private String number = "";
  private transient CaseView view;
  private String resolution = "";
  private String reason = "";
  private String resolutionProblem = "";
  private String reasonProblem = "";

  /** Reads the case. */
  public void open() {
    number = path == null ? "" : path;
    notices.read(() -> desk.byNumber(number)).ifPresent(found -> view = found);
  }

  /** Takes the case from its queue. */
  public void take() {
    change(() -> desk.take(number, view.version()), "case.taken");
  }

  /** Puts the case back into its queue. */
  public void giveBack() {
    change(() -> desk.giveBack(number, view.version()), "case.givenBack");
  }

  /** Closes the case by hand. */
  public void close() {
    resolutionProblem = resolution.isEmpty() ? texts.of("case.resolutionMissing") : "";
    reasonProblem = reason.isBlank() ? texts.of("case.reasonMissing") : "";
    if (resolutionProblem.isEmpty() && reasonProblem.isEmpty()) {
      change(() -> desk.close(number, Resolution.valueOf(resolution), reason.strip(), view.version()), "case.closed");
    }
  }

  /** Runs a command; then the page is read again, and says what was done or why it was refused. */
  void change(Runnable command, String said) {
    if (notices.runs(command)) {
      notices.success(texts.of(said, number));
      address().go();
    } else {
      open();
    }
  }

  /** The address of this page with its state. */
  Address address() {
    return address(timeline());
  }

  /** The address of this page with that kind of events. */
  Address address(String events) {
    return Address.of("/case/" + number).with("timeline", events);
  }

  /** Which kind of events the reader wants to see; whatever the address says. */
  String timeline() {
    return timeline == null ? "" : timeline;
  }

  public CaseView getView() {
    return view;
  }

  /** Whether this visitor has the case and may put it back. */
  public boolean isMayGiveBack() {
    return view.flows().isEmpty()
        && view.status() != CaseStatus.CLOSED
        && view.owner().equals(Owner.user(visitor.getName()));
  }

  /** A work item of this case that is still open, for those who work items. */
  public Optional<Long> getOpenItem() {
    return visitor.isAgent() ? openItem(view) : Optional.empty();
  }

  /** A work item of a case that is still open. */
  static Optional<Long> openItem(CaseView view) {
    return view.flows().stream()
        .flatMap(f -> f.stages().stream())
        .flatMap(s -> s.steps().stream())
        .filter(s -> s.workItemId().isPresent() && !s.state().ended())
        .flatMap(s -> s.workItemId().stream())
        .findFirst();
  }

  /** Why it was closed; empty text when nobody said. */
  public String getCloseReason() {
    return view.closeReason().orElse("").strip();
  }

  /** Who answers for the case, in words. */
  public String getOwnerText() {
    return OwnerText.of(texts, view.owner(), visitor.getName(), List.of());
  }

  /** Incidents that nobody has resolved yet. */
  public List<CaseView.IncidentView> getIncidents() {
    return view.incidents().stream().filter(i -> i.resolvedAt().isEmpty()).toList();
  }

  public List<FactGroup> getFacts() {
    return requests.facts(view);
  }

  public List<Resolution> getResolutions() {
    return Arrays.asList(Resolution.values());
  }

  public String getResolution() {
    return resolution;
  }

  public void setResolution(@Nullable String resolution) {
    this.resolution = resolution == null ? "" : resolution;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getResolutionProblem() {
    return resolutionProblem;
  }

  public String getReasonProblem() {
    return reasonProblem;
  }
}
