package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.integration.CircuitState;
import org.casebound.fulfillment.desk.ConnectorBoard;
import org.casebound.fulfillment.desk.ConnectorDesk;
import org.casebound.fulfillment.desk.ConnectorFigures;
import org.casebound.fulfillment.desk.ConnectorView;
import org.casebound.fulfillment.desk.LedgerCounts;
import org.casebound.fulfillment.desk.LedgerDesk;
import org.casebound.fulfillment.desk.LedgerQuery;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One connector: how its calls go, what waits, who stopped and started it; operators stop and start it here. */
@Named
@ViewScoped
public class ConnectorPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CHANGES = 20;

  @Inject private ConnectorDesk desk;
  @Inject private LedgerDesk ledger;
  @Inject private IntegrationDesk integrations;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private String name = "";
  private String reason = "";
  private String problem = "";
  private @Nullable String cursor;
  private transient @Nullable ConnectorBoard board;
  private transient @Nullable LedgerCounts waiting;
  private transient IntegrationViews.@Nullable Health health;
  private transient Page<ConnectorView.Change> changes = new Page<>(List.of(), Optional.empty());
  private transient List<IntegrationViews.Line> uses = List.of();

  /** Reads the connector. */
  public void open() {
    name = path == null ? "" : path;
    read();
  }

  private void read() {
    notices.read(() -> desk.board(name)).ifPresent(this::show);
  }

  private void show(ConnectorBoard found) {
    board = found;
    notices
        .read(() -> ledger.counts(LedgerQuery.of(name, AttemptState.PLANNED, 1)))
        .ifPresent(counts -> waiting = counts);
    notices.run(() -> desk.changes(name, Optional.ofNullable(cursor), CHANGES)).ifPresent(read -> changes = read);
    uses = integrations.all().stream().filter(line -> line.connector().equals(name)).toList();
  }

  /** Stops all calls through the connector. */
  public void stop() {
    command(() -> desk.stop(name, reason), "connector.stopped");
  }

  /** Lets calls go out again. */
  public void start() {
    command(() -> desk.start(name, reason), "connector.started");
  }

  private void command(Runnable command, String said) {
    problem = reason.isBlank() ? texts.of("steer.reasonMissing") : "";
    if (problem.isEmpty() && notices.runs(command)) {
      notices.success(texts.of(said, name));
      here().go();
    } else {
      read();
    }
  }

  /** Asks whether the back office can be reached now. */
  public void ask() {
    notices.run(() -> integrations.health(name)).ifPresent(answer -> health = answer);
    read();
  }

  private Address here() {
    return Address.of("/integrations/connector/" + name);
  }

  /** Address of the earlier changes; nothing when there are none. */
  public @Nullable String getEarlier() {
    return changes.next().map(next -> here().with("cursor", next).place("changes").toString()).orElse(null);
  }

  /** Address of the calls through this connector that stand so; of all of them without a state. */
  public String calls(@Nullable String state) {
    return Address.of("/integrations/ledger").with("connector", name).with("state", state).toString();
  }

  public ConnectorView getView() {
    return board.connectors().get(0);
  }

  /** Whether calls go out, so that they can be stopped. */
  public boolean isRunning() {
    return getView().state() == CircuitState.CLOSED;
  }

  /** Whether a person stopped it, so that it can not be stopped again. */
  public boolean isStopped() {
    return getView().state() == CircuitState.STOPPED;
  }

  public ConnectorFigures getFigures() {
    return board.figures().get(name);
  }

  public int getResumeRate() {
    return board.resumeRate();
  }

  public LedgerCounts getWaiting() {
    return waiting;
  }

  /** How many calls stand so. */
  public long unsettled(String state) {
    return waiting.open().get(AttemptState.valueOf(state));
  }

  public List<ConnectorView.Change> getChanges() {
    return changes.items();
  }

  public List<IntegrationViews.Line> getUses() {
    return uses;
  }

  public IntegrationViews.@Nullable Health getHealth() {
    return health;
  }

  public String getName() {
    return name;
  }

  public String getProblem() {
    return problem;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public @Nullable String getCursor() {
    return cursor;
  }

  public void setCursor(@Nullable String cursor) {
    this.cursor = cursor;
  }
}
