package org.casebound.fulfillment.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.integration.CallWindow;
import org.casebound.domain.integration.Circuit;
import org.casebound.domain.integration.CircuitState;
import org.casebound.fulfillment.config.FulfillmentSettings;

/**
 * This node's copy of the circuits, and what it saw of the newest calls: asking costs no statement. The truth is the database; the
 * copy is at most as old as the pause between two looks at it. Thread-safe.
 */
@ApplicationScoped
public class Circuits {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @Inject private FulfillmentSettings settings;

  private final Map<String, CallWindow> windows = new ConcurrentHashMap<>();
  private volatile Map<String, Circuit> known = Map.of();

  /** Why calls through the connector do not go out, for people; empty when they do. */
  public Optional<String> stopped(String connector) {
    return Optional.ofNullable(known.get(connector)).filter(circuit -> circuit.state() != CircuitState.CLOSED).map(Circuits::sentence);
  }

  /** Whether the try is the one that goes out to see whether the back office works again. */
  public boolean isProbe(String connector, long attemptId) {
    return Optional.ofNullable(known.get(connector)).flatMap(Circuit::probeAttempt).filter(id -> id == attemptId).isPresent();
  }

  /**
   * Counts a call.
   *
   * @return why the circuit has to open now; empty when it stays as it is
   */
  public Optional<String> count(String connector, boolean failed, Instant now) {
    CallWindow window =
        windows.merge(
            connector,
            CallWindow.EMPTY.with(now, failed, settings.circuit()),
            (before, one) -> before.with(now, failed, settings.circuit()));
    return window.opens(settings.circuit()) && stopped(connector).isEmpty()
        ? Optional.of("%d of the last %d calls failed".formatted(window.failures(), window.calls().size()))
        : Optional.empty();
  }

  /** Takes in what the database says; a circuit that has changed begins to count anew. */
  public void know(Collection<Circuit> stored) {
    Map<String, Circuit> before = known;
    known = stored.stream().collect(Collectors.toUnmodifiableMap(Circuit::connector, Function.identity()));
    for (Circuit circuit : stored) {
      Circuit earlier = before.get(circuit.connector());
      if (earlier == null || !earlier.since().equals(circuit.since())) {
        windows.remove(circuit.connector());
      }
    }
  }

  /** The circuits as this node knows them. */
  public List<Circuit> all() {
    return List.copyOf(known.values());
  }

  private static String sentence(Circuit circuit) {
    return circuit.state() == CircuitState.STOPPED
        ? "Calls to %s are stopped by %s since %s: %s. The step goes on when they are started again."
            .formatted(circuit.connector(), circuit.actor(), TIME.format(circuit.since()), circuit.reason())
        : "%s's circuit is open since %s: %s. The step goes on by itself when it closes."
            .formatted(circuit.connector(), TIME.format(circuit.since()), circuit.reason());
  }
}
