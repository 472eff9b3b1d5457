package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.retention.LegalHoldDesk;
import org.casebound.fulfillment.retention.LegalHoldView;
import org.casebound.fulfillment.retention.ProcessRetentionView;
import org.casebound.fulfillment.retention.RetentionDesk;
import org.casebound.fulfillment.retention.RetentionRunState;
import org.casebound.fulfillment.retention.RetentionRunView;
import org.casebound.fulfillment.retention.RetentionScheduleView;
import org.jspecify.annotations.Nullable;

/** How long cases are kept: what each process says, the runs that erase and purge, when they begin, and holds on cases. */
@Named
@ViewScoped
public class RetentionPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PATH = "/ops/retention";
  private static final int SIZE = 25;

  @Inject private RetentionDesk desk;
  @Inject private LegalHoldDesk holds;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private String time = "";
  private String zone = "";
  private String caseNumber = "";
  private String reason = "";
  private boolean onHold;
  private transient Optional<String> cursor = Optional.empty();
  private transient Page<RetentionRunView> runs = new Page<>(List.of(), Optional.empty());
  private transient @Nullable RetentionScheduleView schedule;
  private transient List<ProcessRetentionView> rules = List.of();
  private transient List<LegalHoldView> held = List.of();

  /** Reads runs, rules and the holds of the case in the address. */
  public void open() {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    cursor = parameters.apply("cursor");
    caseNumber = parameters.apply("case").orElse("");
    read();
    RetentionScheduleView now = schedule;
    if (now != null) {
      time = now.time().orElse("");
      zone = now.zone();
    }
  }

  private void read() {
    if (visitor.isStudioReader()) {
      notices.ask(() -> desk.list(cursor, SIZE)).ifPresent(found -> runs = found);
      schedule = desk.schedule();
      rules = desk.processes();
    }
    if (!caseNumber.isBlank() && isHolds()) {
      notices.ask(() -> holds.list(caseNumber.strip())).ifPresent(found -> held = found);
      onHold = held.stream().anyMatch(hold -> hold.liftedAt().isEmpty());
    }
  }

  /** Begins a run over what is due now. */
  public void begin() {
    done(() -> desk.begin(), "retain.begun", Address.of(PATH));
  }

  /** Says when runs begin by themselves. */
  public void plan() {
    done(
        () -> desk.schedule(Optional.of(time.strip()).filter(text -> !text.isEmpty()), Optional.of(zone.strip()).filter(text -> !text.isEmpty())),
        "retain.planned",
        Address.of(PATH));
  }

  /** Forbids to erase and purge the case. */
  public void hold() {
    done(() -> holds.place(caseNumber.strip(), reason.strip()), "retain.held", ofCase());
  }

  /** Lets the case be erased and purged again. */
  public void lift() {
    done(() -> holds.lift(caseNumber.strip(), reason.strip()), "retain.lifted", ofCase());
  }

  private Address ofCase() {
    return Address.of(PATH).with("case", caseNumber.strip());
  }

  private void done(Runnable command, String said, Address next) {
    if (notices.ask(() -> notices.runs(command)).orElse(false)) {
      notices.success(texts.of(said));
      next.go();
    } else {
      read();
    }
  }

  /** After how long something goes, in words. */
  public String after(Optional<Duration> time) {
    return time.map(span -> span.toDays() > 0 ? texts.of("age.days", span.toDays()) : texts.of("age.hours", span.toHours())).orElseGet(() -> texts.of("retain.never"));
  }

  /** The run that is on its way; nothing when none is. */
  public @Nullable RetentionRunView getRunning() {
    return runs.items().stream().filter(run -> run.state() == RetentionRunState.RUNNING).findFirst().orElse(null);
  }

  /** Whether a run is on its way. */
  public boolean isMoving() {
    return getRunning() != null;
  }

  /** How many cases the run on its way has done. */
  public int getDone() {
    RetentionRunView running = getRunning();
    return running == null ? 0 : running.erased() + running.purged();
  }

  /** How far it is, in words. */
  public String getProgress() {
    RetentionRunView running = getRunning();
    return running == null ? "" : texts.of(running.due() > 0 ? "bulk.progress" : "retain.state.RUNNING", getDone(), running.due());
  }

  /** Whether the visitor may see holds. */
  public boolean isHolds() {
    return visitor.isOperator() || visitor.isLead();
  }

  /** Whether he may place and lift them. */
  public boolean isMayHold() {
    return visitor.isAdministrator() || visitor.isLead();
  }

  public List<RetentionRunView> getRuns() {
    return runs.items();
  }

  /** When runs begin by themselves; nothing for those who do not see runs. */
  public @Nullable RetentionScheduleView getSchedule() {
    return schedule;
  }

  /** What each process says, and what was done to its cases. */
  public List<ProcessRetentionView> getRules() {
    return rules;
  }

  /** Holds of the chosen case, oldest first. */
  public List<LegalHoldView> getHeld() {
    return held;
  }

  /** Whether one of them still holds. */
  public boolean isOnHold() {
    return onHold;
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return runs.next().map(next -> Address.of(PATH).with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(seen -> Address.of(PATH).toString()).orElse(null);
  }

  public String getTime() {
    return time;
  }

  public void setTime(@Nullable String time) {
    this.time = time == null ? "" : time;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(@Nullable String zone) {
    this.zone = zone == null ? "" : zone;
  }

  public String getCaseNumber() {
    return caseNumber;
  }

  public void setCaseNumber(@Nullable String caseNumber) {
    this.caseNumber = caseNumber == null ? "" : caseNumber;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
