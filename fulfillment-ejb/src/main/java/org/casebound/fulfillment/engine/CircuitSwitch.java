package org.casebound.fulfillment.engine;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.flow.StepAttempt;
import org.casebound.domain.integration.Circuit;
import org.casebound.domain.integration.CircuitChange;
import org.casebound.domain.integration.CircuitState;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChanges;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.CircuitRepository;
import org.casebound.fulfillment.persistence.NewRecords;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;

/** Changes circuits in the database, under the lock of their row; every change is kept. Not for callers outside the module. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class CircuitSwitch {
  /** Longer than a probe takes; then another node may take it over. */
  private static final Duration PROBE_PATIENCE = Duration.ofMinutes(2);

  @Inject private CircuitRepository circuits;
  @Inject private AttemptRepository attempts;
  @Inject private NewRecords records;
  @Inject private RecordIds ids;
  @Inject private AdminChanges changes;
  @Inject private FulfillmentSettings settings;
  @Inject private Clock clock;

  /** All circuits that ever changed. */
  public List<Circuit> all() {
    return circuits.all();
  }

  /** Opens a closed circuit; one that another node has opened already stays as it is. */
  public void open(String connector, String jndiName, String why) {
    Circuit circuit = required(connector, jndiName);
    if (circuit.state() == CircuitState.CLOSED) {
      Instant now = clock.instant();
      change(circuit, each -> each.open(why, HistoryEntry.SYSTEM, now.plus(settings.circuit().probeInterval()), now));
      FulfillmentLog.LOG.circuitOpened(connector, why);
    }
  }

  /** Takes the probe of an open circuit, when it is due and no other node has it. */
  public boolean takeProbe(String connector) {
    Instant now = clock.instant();
    Optional<Circuit> due =
        circuits.lockIfFree(connector).filter(circuit -> circuit.probeAt().filter(at -> !at.isAfter(now)).isPresent());
    due.ifPresent(circuit -> circuit.probe(now.plus(PROBE_PATIENCE)));
    return due.isPresent();
  }

  /** The probe goes on with a parked try. */
  public void send(String connector, long attemptId) {
    probed(connector).ifPresent(circuit -> circuit.send(attemptId, clock.instant().plus(PROBE_PATIENCE)));
  }

  /** The probe failed; another one follows. */
  public void probeFailed(String connector) {
    probed(connector).ifPresent(circuit -> circuit.probeFailed(clock.instant().plus(settings.circuit().probeInterval())));
  }

  /** The probe succeeded: calls go out again. */
  public void probeSucceeded(String connector, String why) {
    probed(connector)
        .ifPresent(
            circuit -> {
              change(circuit, each -> each.close(why, HistoryEntry.SYSTEM, clock.instant()));
              FulfillmentLog.LOG.circuitClosed(connector, why);
            });
  }

  /** What a person did meanwhile counts more than a probe. */
  private Optional<Circuit> probed(String connector) {
    return circuits.lock(connector).filter(circuit -> circuit.state() == CircuitState.HALF_OPEN);
  }

  /** Lets parked tries have their turn, as many as the rate permits. Does nothing while another node does it. */
  public void resume(String connector) {
    Instant now = clock.instant();
    Optional<Circuit> mine = circuits.lockIfFree(connector).filter(circuit -> circuit.state() == CircuitState.CLOSED);
    int allowed = mine.map(circuit -> circuit.allowance(settings.circuit(), now)).orElse(0);
    if (allowed > 0) {
      List<StepAttempt> turn = attempts.lockParked(connector, allowed);
      turn.forEach(attempt -> attempt.unpark(now));
      if (!turn.isEmpty() || !attempts.anyParked(connector)) {
        mine.get().resumed(turn.size(), now);
      }
    }
  }

  /** A node that did not know yet that the circuit is closed may have parked a try after the others had resumed. */
  public void lookForLeftBehind(String connector) {
    circuits
        .lockIfFree(connector)
        .filter(circuit -> circuit.state() == CircuitState.CLOSED && !circuit.resuming() && !attempts.lockParked(connector, 1).isEmpty())
        .ifPresent(circuit -> circuit.resumed(1, clock.instant()));
  }

  /**
   * A person stops all calls through the connector.
   *
   * @throws RuleViolation CIRC-001 when they are stopped already
   */
  public Circuit stop(String connector, String jndiName, String why, String user) {
    Circuit circuit = required(connector, jndiName);
    if (circuit.state() == CircuitState.STOPPED) {
      throw new RuleViolation(
          "CIRC-001", "Calls to %s are stopped already, by %s: %s".formatted(connector, circuit.actor(), circuit.reason()));
    }
    CircuitState before = circuit.state();
    change(circuit, each -> each.stop(why, user, clock.instant()));
    keep(circuit, before, user);
    FulfillmentLog.LOG.circuitStopped(connector, user, why);
    return circuit;
  }

  /**
   * A person lets calls go out again, whatever has stopped them.
   *
   * @throws RuleViolation CIRC-002 when they do
   */
  public Circuit start(String connector, String why, String user) {
    Circuit circuit =
        circuits
            .lock(connector)
            .filter(each -> each.state() != CircuitState.CLOSED)
            .orElseThrow(() -> new RuleViolation("CIRC-002", "Calls to %s are not stopped.".formatted(connector)));
    CircuitState before = circuit.state();
    change(circuit, each -> each.close(why, user, clock.instant()));
    keep(circuit, before, user);
    FulfillmentLog.LOG.circuitClosed(connector, why);
    return circuit;
  }

  private void keep(Circuit circuit, CircuitState before, String user) {
    changes.keep(
        user, AdminChangeKind.CIRCUIT, circuit.connector(), Map.of("state", before.name()), Map.of("state", circuit.state().name()));
  }

  private Circuit required(String connector, String jndiName) {
    return circuits
        .lock(connector)
        .orElseGet(
            () -> {
              Circuit fresh = new Circuit(connector, jndiName, clock.instant());
              circuits.add(fresh);
              return fresh;
            });
  }

  private void change(Circuit circuit, Consumer<Circuit> change) {
    CircuitState before = circuit.state();
    change.accept(circuit);
    records.add(new CircuitChange(ids.next(RecordKind.CIRCUIT_CHANGE), circuit, before, clock.instant()));
  }
}
