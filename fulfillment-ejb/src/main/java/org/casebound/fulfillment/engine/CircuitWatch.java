package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.integration.Circuit;
import org.casebound.domain.integration.CircuitState;
import org.casebound.fulfillment.action.ActionIntegration;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.integration.BackOfficeGateway;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.integration.Circuits;
import org.casebound.fulfillment.integration.ConnectorHealth;
import org.casebound.fulfillment.integration.OwnFailure;

/**
 * Looks after the circuits: opens them when calls fail, probes them, and resumes parked work. Reads at most once a second what other
 * nodes and people have changed; nothing is written but changes. Thread-safe.
 */
@ApplicationScoped
public class CircuitWatch {
  private static final Duration AGE = Duration.ofSeconds(1);
  private static final Duration LEFT_BEHIND_AGE = Duration.ofSeconds(10);

  @Inject private Circuits circuits;
  @Inject private CircuitSwitch circuitSwitch;
  @Inject private BackOfficeGateway gateway;
  @Inject private DueAttempts due;
  @Inject private CallDispatcher dispatcher;
  @Inject private Clock clock;

  private final Set<String> probing = ConcurrentHashMap.newKeySet();
  private volatile Instant refreshed = Instant.MIN;
  private volatile Instant lookedBehind = Instant.MIN;

  /** Called by the look for due work. */
  void look(Instant now) {
    if (now.isAfter(refreshed.plus(AGE))) {
      refresh();
    }
    boolean behind = now.isAfter(lookedBehind.plus(LEFT_BEHIND_AGE));
    lookedBehind = behind ? now : lookedBehind;
    for (Circuit circuit : circuits.all()) {
      if (circuit.state() == CircuitState.CLOSED) {
        if (circuit.resuming()) {
          circuitSwitch.resume(circuit.connector());
        } else if (behind) {
          circuitSwitch.lookForLeftBehind(circuit.connector());
        }
      } else if (circuit.probeAt().filter(at -> !at.isAfter(now)).isPresent()) {
        beginProbe(circuit);
      }
    }
  }

  /** Whether parked work is being resumed, so that the next look should come soon. */
  boolean busy() {
    return circuits.all().stream().anyMatch(Circuit::resuming);
  }

  /** Counts a call that came back, or that did not; one that this server itself did not send says nothing of the back office. */
  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the outcome must be recorded whatever becomes of the circuit
  void called(CallTask task, Outcome outcome) {
    if (ActionIntegration.is(task.definition())) {
      return;
    }
    String connector = task.definition().connectorName();
    boolean own = OwnFailure.is(outcome);
    boolean failed = outcome instanceof Outcome.Failed failure && failure.kind() != Failure.PERMANENT;
    try {
      if (circuits.isProbe(connector, task.attemptId())) {
        endProbe(connector, !failed && !own, "a parked call went through");
      }
      Optional<String> opens = own ? Optional.empty() : circuits.count(connector, failed, clock.instant());
      if (opens.isPresent()) {
        circuitSwitch.open(connector, task.definition().connector(), opens.get());
        refresh();
      }
    } catch (RuntimeException broken) {
      FulfillmentLog.LOG.circuitBroke(connector, broken);
    }
  }

  /** The try ended without a call. If it was to be the probe, another one follows. */
  void notCalled(CallTask task) {
    String connector = task.definition().connectorName();
    if (circuits.isProbe(connector, task.attemptId())) {
      endProbe(connector, false, "");
    }
  }

  private void refresh() {
    circuits.know(circuitSwitch.all());
    refreshed = clock.instant();
  }

  /** A connector that does not answer its probe keeps one thread, not one more with every probe. */
  private void beginProbe(Circuit circuit) {
    String connector = circuit.connector();
    if (probing.add(connector)) {
      boolean begun = circuitSwitch.takeProbe(connector) && dispatcher.run(() -> probe(connector, circuit.jndiName()));
      if (!begun) {
        probing.remove(connector);
      }
    }
  }

  @SuppressWarnings("PMD.AvoidCatchingGenericException") // the edge of a managed-executor task
  private void probe(String connector, String jndiName) {
    try {
      ConnectorHealth health = gateway.health(jndiName);
      if (health.state() == ConnectorHealth.State.DOWN) {
        endProbe(connector, false, health.message());
        return;
      }
      Optional<CallTask> first = due.takeParked(connector);
      if (first.isPresent()) {
        circuitSwitch.send(connector, first.get().attemptId());
        refresh();
        dispatcher.dispatch(LeasedCall.found(first.get()));
      } else {
        endProbe(connector, true, "the back office can be reached");
      }
    } catch (RuntimeException broken) {
      FulfillmentLog.LOG.circuitBroke(connector, broken);
    } finally {
      probing.remove(connector);
    }
  }

  private void endProbe(String connector, boolean succeeded, String why) {
    if (succeeded) {
      circuitSwitch.probeSucceeded(connector, why);
    } else {
      circuitSwitch.probeFailed(connector);
    }
    refresh();
  }
}
